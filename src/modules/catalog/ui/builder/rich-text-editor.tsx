import { EditorContent, useEditor, useEditorState, type Editor } from '@tiptap/react'
import { StarterKit } from '@tiptap/starter-kit'
import { Bold, Code, Heading2, Heading3, Italic, Link2, List, ListOrdered, Minus, Quote, Redo2, Strikethrough, Undo2, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { cn } from '#ui/class-names.ts'
import { Icon } from '#ui/icon.tsx'
import { builderWords } from '../words/builder-words.ts'
import { LinkBar } from './link-bar.tsx'

type RichTextEditorProps = { id: string; labelledBy: string; html: string; invalid: boolean; onHtml: (html: string) => void }

/** The editor itself; loaded only where somebody writes. What it can make is what the server keeps. */
export default function RichTextEditor({ id, labelledBy, html, invalid, onHtml }: RichTextEditorProps) {
  const editor = useEditor({
    extensions: [StarterKit.configure({ heading: { levels: [2, 3] }, underline: false, link: { openOnClick: false, protocols: ['http', 'https', 'mailto'], defaultProtocol: 'https' } })],
    content: html,
    immediatelyRender: true,
    // The editor writes a style element of its own, which the page's security policy takes only with the nonce.
    injectNonce: document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce,
    editorProps: {
      attributes: { id, role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': labelledBy, ...(invalid ? { 'aria-invalid': 'true', 'aria-describedby': `${id}-error` } : {}), class: 'prose min-h-56 px-4 py-3 outline-none' },
    },
    onUpdate: ({ editor: changed }) => onHtml(changed.isEmpty ? '' : changed.getHTML()),
  })
  const [isLinking, setLinking] = useState(false)

  return (
    <div className={cn('rounded-md border bg-raised focus-within:outline-2 focus-within:outline-brand-strong', invalid ? 'border-bad' : 'border-field')}>
      <Toolbar editor={editor} isLinking={isLinking} onLink={() => setLinking(!isLinking)} />
      {isLinking ? <LinkBar editor={editor} onDone={() => setLinking(false)} /> : null}
      <EditorContent editor={editor} />
    </div>
  )
}

type Tool = { label: string; icon: LucideIcon; name?: string; attributes?: Record<string, unknown>; run: (editor: Editor) => void }

function tools(): readonly (readonly Tool[])[] {
  const words = builderWords()
  return [
    [
      { label: words.bold, icon: Bold, name: 'bold', run: (editor) => editor.chain().focus().toggleBold().run() },
      { label: words.italic, icon: Italic, name: 'italic', run: (editor) => editor.chain().focus().toggleItalic().run() },
      { label: words.struckOut, icon: Strikethrough, name: 'strike', run: (editor) => editor.chain().focus().toggleStrike().run() },
      { label: words.code, icon: Code, name: 'code', run: (editor) => editor.chain().focus().toggleCode().run() },
    ],
    [
      { label: words.heading, icon: Heading2, name: 'heading', attributes: { level: 2 }, run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run() },
      { label: words.smallerHeading, icon: Heading3, name: 'heading', attributes: { level: 3 }, run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run() },
      { label: words.list, icon: List, name: 'bulletList', run: (editor) => editor.chain().focus().toggleBulletList().run() },
      { label: words.numberedList, icon: ListOrdered, name: 'orderedList', run: (editor) => editor.chain().focus().toggleOrderedList().run() },
      { label: words.quote, icon: Quote, name: 'blockquote', run: (editor) => editor.chain().focus().toggleBlockquote().run() },
      { label: words.line, icon: Minus, run: (editor) => editor.chain().focus().setHorizontalRule().run() },
    ],
    [
      { label: words.undo, icon: Undo2, run: (editor) => editor.chain().focus().undo().run() },
      { label: words.redo, icon: Redo2, run: (editor) => editor.chain().focus().redo().run() },
    ],
  ]
}

function Toolbar({ editor, isLinking, onLink }: { editor: Editor; isLinking: boolean; onLink: () => void }) {
  const words = builderWords()
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => Object.fromEntries([...tools().flat(), { label: words.link, name: 'link', attributes: undefined }].map((tool) => [tool.label, tool.name ? now.isActive(tool.name, tool.attributes) : false])),
  })

  return (
    <div role="group" aria-label={words.formatting} className="flex flex-wrap gap-x-2 border-b px-1.5 py-1">
      {tools().map((group, index) => (
        <div key={index} className="flex">
          {group.map((tool) => (
            <ToolButton key={tool.label} label={tool.label} icon={tool.icon} pressed={tool.name ? Boolean(active[tool.label]) : undefined} onPress={() => tool.run(editor)} />
          ))}
          {index === 0 ? <ToolButton label={words.link} icon={Link2} pressed={isLinking || Boolean(active[words.link])} onPress={onLink} /> : null}
        </div>
      ))}
    </div>
  )
}

type ToolButtonProps = { label: string; icon: LucideIcon; pressed?: boolean; onPress: () => void }

function ToolButton({ label, icon, pressed, onPress }: ToolButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      className={cn('touch grid size-9 place-items-center rounded-[8px]', pressed ? 'bg-brand-tint text-brand-strong' : 'text-ink-2 hover:bg-sunken hover:text-ink')}
    >
      <Icon of={icon} size="sm" />
    </button>
  )
}
