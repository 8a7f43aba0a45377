import { getJson } from './net.js'
import { useEffect, useState } from './ui.js'

/**
 * The messages of `chats` by id, kept up to date, and whether the service is reached. Without an account only the
 * clock is heard. `onClock` gets `{now, running}`.
 */
export function useStream(account, chats, onClock) {
  const [messages, setMessages] = useState({})
  const [loaded, setLoaded] = useState(false)
  const [connected, setConnected] = useState(true)

  useEffect(() => {
    let over = false
    let source
    let latest = 0
    const take = (some) => {
      latest = Math.max(latest, ...some.map(({ n }) => n))
      setMessages((all) => {
        const newer = some.filter(({ id, n }) => !all[id] || all[id].n < n)
        return newer.length === 0 ? all : { ...all, ...Object.fromEntries(newer.map((one) => [one.id, one])) }
      })
    }

    async function open() {
      if (over) return
      source = new EventSource(`/api/events?${new URLSearchParams({ ...(account && { as: account }), after: latest })}`)
      source.addEventListener('message', (event) => take([JSON.parse(event.data)]))
      source.addEventListener('clock', (event) => onClock(JSON.parse(event.data)))
      source.addEventListener('open', () => setConnected(true))
      source.addEventListener('error', () => {
        setConnected(false)
        // The browser comes back by itself after a broken line, but gives up after an answer such as 503.
        if (source.readyState === EventSource.CLOSED) setTimeout(open, 1000)
      })
    }

    async function begin() {
      try {
        const histories = await Promise.all(chats.map(history))
        if (over) return
        take(histories.flat())
        setLoaded(true)
        await open()
      } catch {
        setConnected(false)
        if (!over) setTimeout(begin, 1000)
      }
    }

    void begin()
    return () => {
      over = true
      source?.close()
    }
  }, [])

  return { messages, loaded, connected }
}

async function history(chat) {
  const found = []
  for (;;) {
    const page = await getJson('/api/messages', { chat, after: found.at(-1)?.n ?? 0 })
    found.push(...page.messages)
    if (!page.more) return found
  }
}
