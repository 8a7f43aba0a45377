import { getJson } from './net.js'
import { dateOfIso } from './time.js'
import { html, useEffect, useState, useWords } from './ui.js'

const groups = [
  ['failed', 'page-deliveries-failed'],
  ['inDoubt', 'page-deliveries-in-doubt'],
  ['waiting', 'page-deliveries-waiting'],
  ['sent', 'page-deliveries-sent'],
]

const isGroup = ({ recipient }) => recipient === 'group'

/** What came of each notice and draft, for those who keep the papers. Read again whenever `changed` changes. */
export function Deliveries({ account, mailbox, changed }) {
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
      <div class="heading">
        <h2 id="deliveries-heading">${t('page-deliveries')}</h2>
        <p class="help">${t('page-deliveries-help')}</p>
      </div>
      ${problem && html`<p class="problem">${problem}</p>`}
      ${lists === null ? html`<p>${t('page-loading')}</p>` : lists.length === 0 && html`<p>${t('page-deliveries-none')}</p>`}
      ${lists?.map((list, index) => html`<${List} key=${list.key} list=${list} open=${index === 0} account=${account} mailbox=${mailbox} />`)}
    </div>
  `
}

function List({ list, open, account, mailbox }) {
  const t = useWords()
  const title =
    list.kind === 'notice'
      ? t('page-deliveries-notice', { date: dateOfIso(list.date) })
      : t('page-deliveries-draft', { title: list.title })
  const persons = Object.fromEntries(groups.map(([group]) => [group, list[group].filter((one) => !isGroup(one))]))
  const all = groups.reduce((sum, [group]) => sum + persons[group].length, 0)
  const [ofGroup] = groups.find(([group]) => list[group].some(isGroup)) ?? []
  const toCall = list.callList.filter(({ told }) => !told).length
  const onCallList = new Set(list.callList.map(({ recipient }) => recipient))
  const reasons = new Map(list.failed.map((person) => [person.recipient, reasonOf(t, person)]))
  return html`
    <details open=${open}>
      <summary>
        <span class="subject">${title}</span>${' '}
        <span class="badges">
          <span class="badge">${t('page-deliveries-summary', { sent: persons.sent.length, all })}</span>${' '}
          ${toCall > 0 && html`<span class="badge open">${t('page-deliveries-to-call', { count: toCall })}</span>`}
        </span>
      </summary>
      ${
        list.callList.length > 0 &&
        html`<h3>${t('page-deliveries-calls', { count: list.callList.length })}</h3>
          <ul class="calls">
            ${list.callList.map(({ recipient, key, name, told }) =>
              told
                ? html`<li class="told">${t('page-deliveries-told', { name })}</li>`
                : html`<li>
                    ${t('page-deliveries-not-told', { name })}
                    <span class="reason">${reasons.get(recipient)}</span>
                    <${Tell}
                      command=${`/thongbao dabao ${key} ${list.name}`}
                      name=${name}
                      account=${account}
                      mailbox=${mailbox}
                    />
                  </li>`,
            )}
          </ul>
          ${toCall > 0 && html`<p class="help">${t('page-deliveries-calls-help')}</p>`}`
      }
      ${ofGroup && html`<p class="of-group">${t(`page-deliveries-group-${ofGroup}`)}</p>`}
      ${groups.map(([group, words]) => {
        const people = persons[group].filter(({ recipient }) => !onCallList.has(recipient))
        return (
          people.length > 0 &&
          html`<h3>${t(words, { count: people.length })}</h3>
            <ul class=${group === 'sent' ? 'names' : ''}>
              ${people.map((person) => html`<li>${lineOf(t, person)}</li>`)}
            </ul>`
        )
      })}
    </details>
  `
}

/** Records a call by the very command its reader could type; its answer comes in the private chat. */
function Tell({ command, name, account, mailbox }) {
  const t = useWords()
  const asked = mailbox.items.some(({ as, text, refused }) => as === account && text === command && !refused)
  return html`<button
    type="button"
    class="tell"
    aria-label=${`${t('page-deliveries-tell')}: ${name}`}
    aria-disabled=${asked}
    onClick=${() => !asked && mailbox.command({ as: account, chat: 'private', text: command })}
  >
    ${t('page-deliveries-tell')}
  </button>`
}

function lineOf(t, person) {
  const shown = person.name ?? person.recipient
  const reason = reasonOf(t, person)
  return reason ? t('page-deliveries-reason', { name: shown, reason }) : shown
}

function reasonOf(t, { reason, state }) {
  const key = [`page-reason-${reason}`, `page-reason-${state}`].find((words) => t.has(words))
  return key && t(key)
}
