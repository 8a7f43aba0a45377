import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import express, { Router } from 'express'
import type { Words } from '../../words.js'

const require = createRequire(import.meta.url)
const folder = new URL('./static/', import.meta.url)
/** The page and the service are of one version: a browser must ask each time whether its copy is still good. */
const cacheControl = 'no-cache'

/** The page itself and the three library modules it stands on, as plain ES modules. */
export function pageFiles(words: Words): Router {
  const router = Router()
  const index = filledIn(readFileSync(new URL('index.html', folder), 'utf8'), words)
  router.get('/', (_request, response) => {
    response.set('Cache-Control', cacheControl).type('html').send(index)
  })
  for (const [name, source] of Object.entries(vendorModules())) {
    router.get(`/vendor/${name}`, (_request, response) => {
      response.set('Cache-Control', cacheControl).type('text/javascript').send(source)
    })
  }
  router.use(
    express.static(fileURLToPath(folder), {
      index: false,
      cacheControl: false,
      setHeaders: (response) => response.setHeader('Cache-Control', cacheControl),
    }),
  )
  return router
}

/** A browser finds no bare names without an inline import map, which our CSP forbids: they become addresses. */
function vendorModules(): Record<string, string> {
  return {
    'preact.js': moduleBeside(require.resolve('preact'), 'preact.module.js'),
    'hooks.js': moduleBeside(require.resolve('preact/hooks'), 'hooks.module.js').replace(
      /from\s*"preact"/,
      'from"./preact.js"',
    ),
    'htm.js': moduleBeside(require.resolve('htm'), 'htm.module.js'),
  }
}

function moduleBeside(resolved: string, file: string): string {
  const source = readFileSync(new URL(file, pathToFileURL(resolved)), 'utf8')
  return source.replace(/\n?\/\/# sourceMappingURL=.*$/m, '')
}

/** `%page-title%` in the page becomes the word of that name, `%page-title:en%` the English one. */
function filledIn(html: string, words: Words): string {
  return html.replace(/%(page-[\w-]+)(:en)?%/g, (_match, key: string, english?: string) =>
    words
      .in(english ? 'en' : 'vi')(key)
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;'),
  )
}
