import { useEffect, useRef, useState } from 'react'
import { arrivalWords } from '../words/arrival-words.ts'

/**
 * A mail as its reader sees it, as tall as it is. In the frame no script runs, so the page around it measures; that is
 * what it keeps this origin for. Without script the frame has a height that most mails fit in.
 */
export function MailLetter({ document }: { document: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState<number | null>(null)
  useEffect(() => {
    const letter = frame.current
    if (!letter) return

    // What is measured is the letter's own content: the frame's root is never shorter than the frame.
    const measure = () => {
      const body = letter.contentDocument?.body
      if (body) setHeight(Math.ceil(body.getBoundingClientRect().height) + borders)
    }
    const watcher = new ResizeObserver(measure)
    const begin = () => {
      measure()
      if (letter.contentDocument?.body) watcher.observe(letter.contentDocument.body)
    }
    // It may have loaded before this page came alive.
    begin()
    letter.addEventListener('load', begin)
    return () => {
      watcher.disconnect()
      letter.removeEventListener('load', begin)
    }
  }, [document])

  return (
    <iframe
      ref={frame}
      title={arrivalWords().theMail}
      srcDoc={document}
      sandbox="allow-same-origin allow-top-navigation-by-user-activation"
      className="mt-6 h-[680px] w-full max-sm:h-[860px] rounded-lg border bg-white"
      style={{ colorScheme: 'light', ...(height === null ? {} : { height }) }}
    />
  )
}

const borders = 2
