const names = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether a Host header names this computer itself, at this port. */
export function isOwnHost(host: string | undefined, port: number | undefined): boolean {
  const [, name, given] = /^([^:]+|\[[0-9a-f:]+\])(?::(\d+))?$/i.exec(host ?? '') ?? []
  return name !== undefined && names.has(name.toLowerCase()) && Number(given ?? 80) === port
}

/** Whether the other end of a connection is on this computer. */
export const isLoopbackPeer = (address: string | undefined): boolean =>
  address === '::1' || /^(::ffff:)?127\./.test(address ?? '')
