import { getJson } from './net.js'
import { dateOfIso } from './time.js'
import { html, useEffect, useState, useWords } from './ui.js'

const groups = [
  ['failed', 'page-deliveries-failed'],
  ['inDoubt', 'page-deliveries-in-doubt'],
  ['waiting', 'page-deliveries-waiting'],
  ['sent', 'page-deliveries-sent'],
]

/** What came of each notice and draft, for secretary and deputy. Read again whenever `changed` changes. */
export function Deliveries({ account, changed }) {
  const t = useWords()
  const [lists, setLists] = useState(null)
  const [problem, setProblem] = useState('')

  useEffect(() => {
    let over = false
    const timer = setTimeout(async () => {
      try {
        const found = await getJson('/api/deliveries', { as: account })
        if (!over) setLists(found.lists)
        setProblem('')
      } catch {
        if (!over) setProblem(t('page-unreachable'))
      }
    }, 400)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [account, changed])

  return html`
    <div class="deliveries" data-testid="deliveries">
      <h2 id="deliveries-heading">${t('page-deliveries')}</h2>
      <p class="help">${t('page-deliveries-help')}</p>
      ${problem && html`<p class="problem">${problem}</p>`}
      ${lists === null ? html`<p>${t('page-loading')}</p>` : lists.length === 0 && html`<p>${t('page-deliveries-none')}</p>`}
      ${lists?.map((list, index) => html`<${List} key=${list.key} list=${list} open=${index === 0} />`)}
    </div>
  `
}

function List({ list, open }) {
  const t = useWords()
  const title =
    list.kind === 'notice'
      ? t('page-deliveries-notice', { date: dateOfIso(list.date) })
      : t('page-deliveries-draft', { title: list.title })
  const all = groups.reduce((sum, [group]) => sum + list[group].length, 0)
  const toCall = list.callList.filter(({ told }) => !told).length
  return html`
    <details open=${open}>
      <summary>
        <span class="subject">${title}</span>${' '}
        <span class="count">${t('page-deliveries-summary', { sent: list.sent.length, all })}</span>${' '}
        ${toCall > 0 && html`<span class="badge">${t('page-deliveries-to-call', { count: toCall })}</span>`}
      </summary>
      ${
        list.callList.length > 0 &&
        html`<h3>${t('page-deliveries-calls', { count: list.callList.length })}</h3>
          <ul class="calls">
            ${list.callList.map(({ name, told }) => html`<li class=${told ? 'told' : ''}>${t(told ? 'page-deliveries-told' : 'page-deliveries-not-told', { name })}</li>`)}
          </ul>`
      }
      ${groups.map(
        ([group, words]) =>
          list[group].length > 0 &&
          html`<h3>${t(words, { count: list[group].length })}</h3>
            <ul>
              ${list[group].map((person) => html`<li>${lineOf(t, person)}</li>`)}
            </ul>`,
      )}
    </details>
  `
}

function lineOf(t, { name, recipient, reason, state }) {
  const shown = name ?? (recipient === 'group' ? t('page-deliveries-group') : recipient)
  const key = [`page-reason-${reason}`, `page-reason-${state}`].find((words) => t.has(words))
  return key ? t('page-deliveries-reason', { name: shown, reason: t(key) }) : shown
}
