import { lookup, type LookupAddress } from 'node:dns'
import { BlockList, isIP } from 'node:net'

/** Addresses that lead to this computer, its own network or nowhere: no link in a message may make us call them. */
const inner = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12],
  ['192.0.0.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) inner.addSubnet(network, bits) // prettier-ignore
for (const [network, bits] of [
  ['::', 127], ['64:ff9b::', 96], ['100::', 64], ['fc00::', 7], ['fe80::', 10], ['ff00::', 8],
] as const) inner.addSubnet(network, bits, 'ipv6') // prettier-ignore

export const isPublic = (address: string): boolean => {
  const family = isIP(address)
  return family !== 0 && !inner.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

/** A name is looked up once and what it leads to is looked at: a second look-up could lead elsewhere. */
export function lookupPublic(
  host: string,
  options: object,
  answer: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
): void {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return answer(error, [])
    const open = addresses.filter(({ address }) => isPublic(address))
    if (open.length > 0) return answer(null, open)
    answer(Object.assign(new Error('leads inside'), { code: 'EINNER' }), [])
  })
}
