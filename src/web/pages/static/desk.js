import { Chat } from './chat.js'
import { Deliveries } from './deliveries.js'
import { Panels } from './panels.js'
import { useStream } from './stream.js'
import { html, useWords } from './ui.js'

/** What one member sees: the group, the private chat, and for those who keep its papers what came of each sending. */
export function Desk({ member, people, clock, mailbox, onClock }) {
  const t = useWords()
  const { account, name, keepsPapers } = member
  const chats = [account, account && people.group].filter(Boolean)
  const { messages, loaded, connected } = useStream(account, chats, onClock)
  const latestOf = (chat) =>
    Object.values(messages).reduce(
      (latest, message) => (message.chat === chat ? Math.max(latest, message.n) : latest),
      0,
    )

  if (account === null) {
    return html`<section class="card phone-only"><p>${t('page-phone-only', { name })}</p></section>`
  }

  const shared = { account, messages, loaded, mailbox, language: people.branch.locale }
  const panels = [
    people.group && {
      id: 'group',
      title: t('page-group'),
      latest: latestOf(people.group),
      content: html`<${Chat}
        ...${shared}
        chat="group"
        chatKey=${people.group}
        title=${t('page-group')}
        seenBy=${t('page-seen-group')}
      />`,
    },
    {
      id: 'private',
      title: t('page-private'),
      latest: latestOf(account),
      content: html`<${Chat}
        ...${shared}
        chat="private"
        chatKey=${account}
        title=${t('page-private-with')}
        seenBy=${t('page-seen-private', { name })}
      />`,
    },
    keepsPapers && {
      id: 'deliveries',
      title: t('page-deliveries'),
      latest: 0,
      content: html`<${Deliveries}
        account=${account}
        mailbox=${mailbox}
        changed=${`${clock.now}:${latestOf(people.group)}:${latestOf(account)}`}
      />`,
    },
  ]
  return html`
    <p class="connection" role="status">${!connected && t('page-connection-lost')}</p>
    <${Panels} panels=${panels.filter(Boolean)} loaded=${loaded} />
  `
}
