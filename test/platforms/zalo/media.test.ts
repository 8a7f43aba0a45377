import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@jest/globals'
import type { FileRef } from '../../../src/chat.js'
import { RetryLater, Undeliverable } from '../../../src/errors.js'
import { createOpenMedia } from '../../../src/platforms/zalo/media.js'
import { isPublic } from '../../../src/platforms/zalo/public-address.js'

const ref = (id: string): FileRef => ({
  channel: 'zalo-bot',
  id,
  kind: 'photo',
  name: null,
  mime: 'image/jpeg',
  size: null,
})

async function bytesOf(open: ReturnType<typeof createOpenMedia>, id: string): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of open(ref(id), AbortSignal.timeout(10_000))) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

test.each([
  ['8.8.8.8', true],
  ['118.102.1.119', true],
  ['2606:4700::1', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.31.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['::1', false],
  ['fd00::1', false],
  ['fe80::1', false],
  ['::ffff:127.0.0.1', false],
  ['localhost', false],
])('%s is on the open network: %s', (address, open) => {
  expect(isPublic(address)).toBe(open)
})

test.each([
  'http://example.vn/a.jpg',
  'https://127.0.0.1/a.jpg',
  'https://[::1]/a.jpg',
  'https://169.254.169.254/latest',
  'https://user:pass@example.vn/a.jpg',
  'https://localhost/a.jpg',
  'file:///etc/passwd',
  'not an address',
])('%s is not fetched', async (address) => {
  await expect(bytesOf(createOpenMedia({ loopback: false }), address)).rejects.toEqual(new Undeliverable('gone'))
})

test('bytes as they are; what is away is gone, what fails is tried again, no redirect is followed', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/a.jpg') return response.end('một tấm ảnh')
    if (request.url === '/moved') return response.writeHead(302, { location: '/a.jpg' }).end()
    response.writeHead(request.url === '/gone' ? 404 : 500).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const open = createOpenMedia({ loopback: true })
  expect(await bytesOf(open, `${at}/a.jpg`)).toBe('một tấm ảnh')
  await expect(bytesOf(open, `${at}/gone`)).rejects.toEqual(new Undeliverable('gone'))
  await expect(bytesOf(open, `${at}/moved`)).rejects.toBeInstanceOf(RetryLater)
  await expect(bytesOf(open, `${at}/broken`)).rejects.toBeInstanceOf(RetryLater)
  server.closeAllConnections()
  server.close()
})
