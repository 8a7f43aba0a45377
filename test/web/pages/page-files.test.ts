import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import express from 'express'
import { fetch } from 'undici'
import { pageFiles } from '../../../src/web/pages/page-files.js'
import { words } from '../../support/words.js'

let server: Server
let base: string

beforeAll(async () => {
  server = createServer(express().use(pageFiles(words)) as never).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => void server.close())

const read = async (path: string) => {
  const answer = await fetch(base + path)
  expect([path, answer.status]).toEqual([path, 200])
  return { text: await answer.text(), type: answer.headers.get('content-type') ?? '' }
}

test('the page has its words filled in and nothing inline that the policy would forbid', async () => {
  const { text, type } = await read('/')
  expect(type).toContain('text/html')
  expect(text).toContain(`<title>${words.in('vi')('page-title')}</title>`)
  expect(text).not.toMatch(/%page-/)
  expect(text).not.toMatch(/<script(?![^>]* src=)|<style|\son\w+=|\sstyle=/)
})

test('what stands there before any script runs is said in both languages', async () => {
  const { text } = await read('/')
  for (const key of ['page-unreachable', 'page-noscript']) {
    expect(text).toContain(`<p class="loading">${words.in('vi')(key)}</p>`)
    expect(text).toContain(`<p class="loading" lang="en">${words.in('en')(key)}</p>`)
  }
})

test('every module, style and picture the page leads to is served, as what it is', async () => {
  const { text: html } = await read('/')
  const open = Array.from(html.matchAll(/(?:href|src)="(\/[^"]+)"/g), ([, path]) => path!)
  const seen = new Set<string>()
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    const { text, type } = await read(path)
    expect(type).toMatch({ js: /^text\/javascript/, css: /^text\/css/, svg: /^image\/svg/ }[path.split('.').at(-1)!]!)
    if (!path.endsWith('.js')) continue
    for (const [, from] of text.matchAll(/(?:from|import)\s*["']([^"']+)["']/g)) {
      expect(from).toMatch(/^\.?\//)
      open.push(new URL(from!, base + path).pathname)
    }
  }
  expect([...seen]).toEqual(
    expect.arrayContaining(['/app.js', '/vendor/preact.js', '/vendor/hooks.js', '/vendor/htm.js', '/style.css']),
  )
})
