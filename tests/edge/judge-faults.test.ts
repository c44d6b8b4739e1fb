import { describe, expect, it } from 'vitest'
import { isPlain, judgeFaults, judgeHidden, judgeWhole, readAnswer, type Answered } from './judge-faults.ts'
import type { ShownForm } from './read-forms.ts'

const known = { where: 'school' as const, path: '/ask', form: { title: 'One', kind: 'audio', wanted: 'on', role: 'student' } }
const fieldset = (said: string) => `<fieldset role="radiogroup" ${said}><input type="radio" name="role" value="owner"/><input type="radio" name="role" value="student" checked=""/></fieldset>`
const form = (title: string, rest = `<select name="kind"><option value="text">Text</option><option value="audio" selected="">Audio</option></select><input type="checkbox" name="wanted" checked=""/>${fieldset('')}`) =>
  `<!DOCTYPE html><h1>A page</h1><script>{"title":"One <form>"}</script><form method="post">${title}${rest}</form>`
const good = form('<input type="text" name="title" value="" aria-invalid="true" aria-describedby="title-hint title-error"/><p id="title-error"><svg></svg><span>Give it a title.</span></p>')

const answered = (html: string, status = 422): Promise<Answered> => readAnswer(new Response(html, { status, headers: { 'content-type': 'text/html' } }), '/ask')

async function judged(html: string, status?: number): Promise<string[]> {
  const before = (await answered(form('<input type="text" name="title" value="" aria-describedby="title-hint"/>'), 200)).forms[0] as ShownForm
  return judgeFaults(before, await answered(html, status), { form: known, field: 'title', word: '' })
}

describe('a form that came back', () => {
  it('is as it should be when the fault stands beside its field and the rest was kept', async () => {
    expect(await judged(good)).toEqual([])
  })

  it.each([
    ['was taken', good, 303, /answered with 303/],
    ['broke', good, 500, /answered with 500/],
    ['is another page', '<h1>Not here</h1>', 404, /form is not in the page/],
    ['does not mark the field', good.replace(' aria-invalid="true"', ''), 422, /no aria-invalid/],
    ['describes the field by its hint alone', good.replace(' title-error"', '"'), 422, /described by no fault/],
    ['describes the field by nothing', good.replace('<p id="title-error"', '<p'), 422, /#title-error, which is not there/],
    ['speaks the language of programs', good.replace('Give it a title.', 'Too small: expected string to have >=1 characters'), 422, /it says/],
    ['forgets what was chosen', good.replace(' selected=""', ''), 422, /kind holds "text" and not "audio"/],
    ['forgets a tick', good.replace('name="wanted" checked=""', 'name="wanted"'), 422, /wanted holds "" and not "on"/],
    ['forgets a choice of several', good.replace('value="student" checked=""', 'value="student"'), 422, /role holds/],
    ['calls another field wrong', good.replace('role="radiogroup"', 'role="radiogroup" aria-invalid="true"'), 422, /role is called wrong too/],
    ['shows other words than were typed', good.replace('name="title" value=""', 'name="title" value="Stored"'), 422, /title holds "Stored"/],
  ])('is found out when it %s', async (_what, html, status, fault) => {
    expect((await judged(html, status)).join()).toMatch(fault)
  })

  it('is found out when it is refused without a word', async () => {
    expect(judgeWhole(await answered(form('<input type="text" name="title" value=""/>')))).toHaveLength(1)
    expect(judgeHidden(await answered(form('<input type="text" name="title" value=""/>')), known)).toHaveLength(1)
    expect(judgeWhole(await answered(`<div role="alert"><p>Please send it again.</p></div>${good}`))).toEqual([])
  })
})

it.each(['', 'Required', 'Invalid input: expected string, received undefined', 'no capital at all here.', 'Too big: expected string to have <=20 characters.'])('"%s" is no sentence for people', (words) => {
  expect(isPlain(words)).toBe(false)
})
