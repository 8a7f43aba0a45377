import { ClockPanel } from './clock-panel.js'
import { Desk } from './desk.js'
import { useMailbox } from './mailbox.js'
import { getJson } from './net.js'
import { html, render, useEffect, useState, WordsContext } from './ui.js'
import { personKey, Who } from './who.js'
import { loadWords, rememberedLocale, rememberLocale } from './words.js'

const whoKey = 'who'

function App({ firstWords, firstPeople }) {
  const [t, setWords] = useState(() => firstWords)
  const [people, setPeople] = useState(firstPeople)
  const [clock, setClock] = useState({ now: people.now, running: null })
  const [who, setWho] = useState(() => firstPerson(people.members))
  const mailbox = useMailbox()
  const member = people.members.find((one) => personKey(one) === who) ?? people.members[0]

  // Members come and go while time runs; a read that fails is made up for by the next.
  useEffect(() => {
    getJson('/api/people').then(
      (found) => isReady(found) && setPeople(found),
      () => undefined,
    )
  }, [clock])

  useEffect(() => {
    document.documentElement.lang = t.locale
    document.title = t('page-title')
  }, [t])

  async function speak(locale) {
    rememberLocale(locale)
    const words = await loadWords(locale)
    setWords(() => words)
  }

  function choose(key) {
    sessionStorage.setItem(whoKey, key)
    setWho(key)
  }

  return html`
    <${WordsContext.Provider} value=${t}>
      <a class="skip" href="#chats">${t('page-skip')}</a>
      <header>
        <div class="top">
          <img src="/icon.svg" alt="" />
          <div class="name">
            <h1>Chi Bộ Bot</h1>
            <p class="branch" lang=${people.branch.locale}>${people.branch.name}</p>
          </div>
          <label>
            <span class="hidden">${t('page-lang')}</span>
            <select data-testid="lang" value=${t.locale} onChange=${(event) => speak(event.target.value)}>
              <option value="vi" lang="vi">Tiếng Việt</option>
              <option value="en" lang="en">English</option>
            </select>
          </label>
        </div>
        <p class="banner"><strong>${t('page-trial')}</strong> <span class="intro">${t('page-intro')}</span></p>
      </header>
      <main>
        <div class="controls">
          <${Who} members=${people.members} chosen=${personKey(member)} onChoose=${choose} />
          <${ClockPanel} clock=${clock} />
        </div>
        <div id="chats" tabindex="-1">
          <${Desk}
            key=${`${personKey(member)} ${people.group}`}
            member=${member}
            people=${people}
            clock=${clock}
            mailbox=${mailbox}
            onClock=${setClock}
          />
        </div>
      </main>
    <//>
  `
}

/** A branch that is just being imported has members before they have accounts. */
const isReady = (people) => people.members.some(({ account }) => account !== null)

function firstPerson(members) {
  const remembered = sessionStorage.getItem(whoKey)
  const known = members.find((member) => personKey(member) === remembered)
  const leading = members.find(({ account, roles }) => account && roles.includes('secretary'))
  return personKey(known ?? leading ?? members[0])
}

/** Where not even the words can be had, what the page came with has to say so. */
async function start() {
  const root = document.getElementById('app')
  const unreachable = document.getElementById('unreachable')
  const locale = rememberedLocale()
  document.documentElement.lang = locale
  for (;;) {
    try {
      const [firstWords, firstPeople] = await Promise.all([loadWords(locale), getJson('/api/people')])
      unreachable.hidden = true
      root.textContent = ''
      if (isReady(firstPeople)) {
        return render(html`<${App} firstWords=${firstWords} firstPeople=${firstPeople} />`, root)
      }
      root.textContent = firstWords('page-empty-store')
    } catch {
      unreachable.hidden = false
    }
    await new Promise((resolve) => setTimeout(resolve, 1500))
  }
}

void start()
