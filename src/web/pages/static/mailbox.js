import { postUntilAnswered } from './net.js'
import { useEffect, useRef, useState } from './ui.js'

const outboxKey = 'outbox'
const draftPrefix = 'draft:'

export const draftKey = (account, chat) => `${account}:${chat}`

/**
 * What was typed and what is on its way, kept for this tab until the service has it, for every role played in it.
 * Items are `{id, kind: 'say' | 'press', as, chat, …}` and leave one after another.
 */
export function useMailbox() {
  const [drafts, setDrafts] = useState(readDrafts)
  const [items, setItems] = useState(readOutbox)
  const [refusals, setRefusals] = useState({})
  const busy = useRef(false)
  const next = items.find((item) => !item.answered)

  useEffect(() => keep(outboxKey, JSON.stringify(items.filter((item) => !item.answered))), [items])

  useEffect(() => {
    if (!next || busy.current) return
    busy.current = true
    const settle = (change) => {
      busy.current = false
      setItems((all) => all.map((item) => (item.id === next.id ? { ...item, ...change } : item)).slice(-100))
    }
    const retried = () =>
      setItems((all) => all.map((item) => (item.id === next.id ? { ...item, retried: true } : item)))
    postUntilAnswered(`/api/${next.kind}`, bodyOf(next), retried).then(
      () => settle({ answered: true }),
      (error) => {
        refuse(next, error.message)
        settle({ answered: true, refused: true })
      },
    )
  }, [next?.id])

  function refuse({ kind, as, chat, text }, message) {
    const key = draftKey(as, chat)
    setRefusals((all) => ({ ...all, [key]: message }))
    if (kind === 'say') changeDraft(key, (draft) => (draft ? `${text}\n${draft}` : text))
  }

  function changeDraft(key, change) {
    setDrafts((all) => {
      const text = change(all[key] ?? '')
      keep(draftPrefix + key, text)
      return { ...all, [key]: text }
    })
  }

  const add = (item) => {
    setRefusals((all) => ({ ...all, [draftKey(item.as, item.chat)]: undefined }))
    setItems((all) => [...all, { id: crypto.randomUUID(), ...item }])
  }

  return {
    drafts,
    refusals,
    items,
    setDraft: (key, text) => changeDraft(key, () => text),
    say(said) {
      add({ kind: 'say', ...said })
      changeDraft(draftKey(said.as, said.chat), () => '')
    },
    /** A command of the page's own: what stands half written in the box stays. */
    command: (said) => add({ kind: 'say', ...said }),
    press: (pressed) => add({ kind: 'press', ...pressed }),
  }
}

function bodyOf({ id, as, chat, kind, text, replyTo, messageId, data }) {
  return kind === 'say' ? { id, as, chat, text, replyTo } : { id, as, chat, messageId, data }
}

function readOutbox() {
  return JSON.parse(sessionStorage.getItem(outboxKey) ?? '[]')
}

function readDrafts() {
  const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(draftPrefix))
  return Object.fromEntries(keys.map((key) => [key.slice(draftPrefix.length), sessionStorage.getItem(key)]))
}

/** A text too large to be kept is still sent from memory. */
function keep(key, text) {
  try {
    if (text === '' || text === '[]') sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, text)
  } catch {
    sessionStorage.removeItem(key)
  }
}
