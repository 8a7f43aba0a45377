/** An answer of the service that says no: trying again changes nothing. `message` is in the reader's language. */
export class Refused extends Error {}

const headers = () => ({ 'Accept-Language': document.documentElement.lang })
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

export async function getJson(path, query = {}) {
  const response = await fetch(`${path}?${new URLSearchParams(query)}`, { headers: headers() })
  return answerOf(response)
}

/** Once, however long it takes: for what must not happen twice. */
export async function post(path, body) {
  const response = await fetch(path, {
    method: 'POST',
    headers: { ...headers(), 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  return answerOf(response)
}

/**
 * Until it is answered: the service may be restarting, and knows by the body's id what it has already got.
 * `onRetry` is called before each further try. Throws Refused only.
 */
export async function postUntilAnswered(path, body, onRetry) {
  for (let pause = 500; ; pause = Math.min(pause * 2, 5000)) {
    try {
      return await post(path, body)
    } catch (error) {
      if (error instanceof Refused) throw error
    }
    onRetry()
    await wait(pause)
  }
}

async function answerOf(response) {
  if (response.ok) return response.json()
  const { message } = await response.json().catch(() => ({}))
  if (response.status < 500 && message) throw new Refused(message)
  throw new Error(message ?? `status ${response.status}`)
}
