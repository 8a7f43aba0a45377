import { readdirSync, readFileSync } from 'node:fs'
import { FluentResource } from '@fluent/bundle'
import { describe, expect, test } from '@jest/globals'
import { commands } from '../commands/index.js'
import { locales, type Args } from '../src/words.js'
import { words } from './support/words.js'

const root = new URL('../', import.meta.url)
const filesOf = (locale: string): string[] => readdirSync(new URL(`locales/${locale}/`, root)).sort()

/** One message or attribute: its variables, and the values that its selectors know. */
interface Text {
  id: string
  variables: Map<string, Set<string>>
}

/** Every message of a language by file, attributes as `id.attribute`. */
function textsOf(locale: string): Map<string, Text[]> {
  return new Map(
    filesOf(locale).map((file) => {
      const source = readFileSync(new URL(`locales/${locale}/${file}`, root), 'utf8')
      const texts = new FluentResource(source).body.flatMap(({ id, value, attributes }) => [
        ...(value === null ? [] : [{ id, variables: variablesOf(value) }]),
        ...Object.entries(attributes).map(([name, of]) => ({ id: `${id}.${name}`, variables: variablesOf(of) })),
      ])
      return [file, texts.sort((a, b) => (a.id < b.id ? -1 : 1))]
    }),
  )
}

type Expression = {
  type?: string
  name?: string
  value?: unknown
  selector?: Expression
  variants?: { key: { value: unknown }; value: unknown }[]
}

function variablesOf(pattern: unknown, found = new Map<string, Set<string>>()): Map<string, Set<string>> {
  if (Array.isArray(pattern)) for (const part of pattern) variablesOf(part, found)
  else if (typeof pattern === 'object' && pattern !== null) {
    const { type, name, selector, variants } = pattern as Expression
    if (type === 'var') found.set(name!, found.get(name!) ?? new Set())
    if (type === 'select') {
      variablesOf(selector, found)
      for (const { key, value } of variants!) {
        found.get(selector!.name!)?.add(String(key.value))
        variablesOf(value, found)
      }
    }
  }
  return found
}

const texts = { vi: textsOf('vi'), en: textsOf('en') }
const all = [...texts.vi.values()].flat()
const ids = new Set(all.map(({ id }) => id))

/** As long as such a value usually gets. */
const usual: Args = {
  name: 'Trần Thị Thu Hương', date: 'thứ Tư 03/02/2027', time: '14 giờ 00', month: '02/2027', what: 'Hội trường tầng 2',
  code: 'CĐ1', count: '11', days: '14', number: '12', quarter: 'III', typed: 'nội dung đã gõ', numbers: '1 (CĐ1), 2 (CĐ1)',
} // prettier-ignore

/** The text with usual values: once for each value its selectors know. */
function formsOf(locale: (typeof locales)[number], { id, variables }: Text): string[] {
  const args: Args = Object.fromEntries([...variables.keys()].map((name) => [name, usual[name] ?? 'giá trị']))
  const several = [...variables].flatMap(([name, values]) => [...values].map((value) => ({ ...args, [name]: value })))
  return [args, ...several].map((one) => words.in(locale)(id, one))
}

const sources = (['src', 'commands'] as const).flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|js|html)$/u.test(name))
    .map((name) => readFileSync(new URL(`${folder}/${name}`, root), 'utf8')),
)
const code = sources.join('\n')

/** Keys that the code puts together: what stands for `*` is looked up here, so that a new form is noticed. */
const families: Record<string, string[]> = {
  'thongbao-reason-*': ['no-channel', 'blocked', 'not-agreed', 'gone', 'too-long', 'refused', 'window', 'quota', 'cap', 'closed', 'away', 'expired'],
  'agenda-*': ['current-affairs', 'directives', 'last-month', 'next-month', 'topic', 'discussion', 'conclusion'],
  'caidat-*': Object.keys(commands.find(({ name }) => name === 'caidat')!.sub),
  'caidat-kind-*': ['nghi', 'bu', 'lam', 'bo'],
  'caidat-policy-*': ['keep', 'next-working', 'previous-working', 'ask'],
  'caidat-quiet-*': ['night', 'noon', 'tet'],
  'chuyende-deadline-*': ['far', 'no-such-day', 'no-such-time', 'past', 'unclear'],
  'chuyende-state-*': ['planned', 'open', 'closed'],
  'cli-backup-*': ['no-folder', 'empty', 'exists', 'standalone', 'too-long', 'unwritable'],
  'cli-doctor-*': [
    'refused', 'failed', 'failed-again', 'fetch-failed', 'fetch-late', 'holidays', 'lag', 'lag-unowned', 'lane-held',
    'lane-stopped', 'more', 'news-lost', 'news-untold', 'no-secretary', 'row-in-doubt', 'store', 'tick', 'tick-unowned',
    'zalo-bot-silent', 'zalo-bot-token', 'zalo-bot-unreached', 'zalo-bot-webhook', 'quota-over', 'quota-scarce',
    'zalo-oa-closed', 'zalo-oa-dead', 'zalo-oa-no-token', 'zalo-oa-old', 'zalo-oa-refused', 'zalo-oa-silent',
    'zalo-bot-blocked', 'webhook-secret',
  ],
  'cli-import-*': ['members', 'topics', 'founded', 'known'],
  'cli-import-would-be-*': ['founded', 'known'],
  'cli-move-*': [
    'differs-all',
    'lost',
    'no-target',
    'not-empty',
    'nothing',
    'owned',
    'target-owned',
  ],
  'cli-restore-*': ['ask', 'damaged', 'foreign', 'left', 'lost', 'newer', 'owned', 'unreadable'],
  'cli-resume-*': ['ask', 'changed', 'left', 'no-payload', 'runs', 'unknown', 'saved', 'unsaved', 'mismatch'],
  'cli-retry-*': ['already', 'no-payload', 'not-failed', 'unknown'],
  'channel-*': ['scarce', 'over'],
  'kenh-window-*': ['free', 'billed'],
  'channel-closed-*': ['token', 'package', 'version', 'app'],
  'documents-mark-*': ['typing', 'confirming'],
  'gopy-awaits-*': ['typing', 'confirming'],
  'gopy-button-*': ['docx', 'csv'],
  'day-*': ['off', 'lieu'],
  'day-*-named': ['off', 'lieu'],
  'duhop-*-*': ['already-going', 'already-away', 'noted-going', 'noted-away'],
  'everyday-outcome-*': ['undeliverable', 'unknown', 'partial', 'expired'],
  'holiday-*': ['new-year', 'tet', 'hung-kings', 'victory-day', 'labour-day', 'national-day', 'culture-day'],
  'file-*': ['expired', 'failed', 'kind', 'secret', 'too-large'],
  'lichhop-state-*': ['planned', 'confirmed', 'cancelled'],
  'thanhvien-reach-*': ['yes', 'asked', 'blocked', 'invited', 'no'],
  'thanhvien-role-*': ['none', 'secretary', 'deputy', 'committee', 'minuteTaker', 'cellLeader'],
  'thanhvien-status-*': ['official', 'probationary', 'temporary'],
  'notice-notes-*': ['domestic', 'international', 'local'],
  'notice-step-*': ['notice', 'remind1', 'remind2h'],
  'thongbao-group-*': ['sent', 'waiting', 'inDoubt', 'failed'],
  'thoisu-ask-*': ['domestic', 'international', 'local'],
  'thoisu-notes-*': ['domestic', 'international', 'local'],
  'thoisu-offer-is-*': ['accepted', 'declined', 'withdrawn', 'expired'],
  'trogiup-simple-*': ['lichhop', 'thoisu', 'gopy'],
  'thoisu-passed-*': ['exempt', 'away', 'author', 'skipped'],
} // prettier-ignore

const formed = Object.entries(families).flatMap(([form, values]) =>
  values.map((value) => (form.includes('-*-*') ? form.replace('*-*', value) : form.replace('*', value))),
)
const ofCommands = commands.flatMap(({ name, sub }) => [
  name,
  ...Object.entries(sub).flatMap(([word, { hidden }]) => (hidden ? [] : [`${name}-${word}`])),
])
const subjects = new Set([...ids].map((id) => id.split('-')[0]!))
const literals = new Set(Array.from(code.matchAll(/['"`]([a-z][\w.-]*)['"`]/giu), ([, literal]) => literal!))

describe('both languages', () => {
  test('have the same files', () => {
    expect(filesOf('en')).toEqual(filesOf('vi'))
  })

  test.each(filesOf('vi'))('have the same messages, attributes and variables in %s', (file) => {
    const shape = (locale: (typeof locales)[number]) =>
      texts[locale].get(file)!.map(({ id, variables }) => [id, [...variables.keys()].sort().join(', ')])
    expect(shape('en')).toEqual(shape('vi'))
  })

  test('have each message once', () => {
    for (const locale of locales) {
      const found = [...texts[locale].values()].flat().map(({ id }) => id)
      expect(found.filter((id, index) => found.indexOf(id) !== index)).toEqual([])
    }
  })

  test.each(locales)('say something in every form of every message: %s', (locale) => {
    for (const text of [...texts[locale].values()].flat()) {
      for (const form of formsOf(locale, text)) {
        expect(form.trim()).not.toBe('')
        expect(form).not.toMatch(/[{}]/u)
      }
    }
  })
})

describe('code and words', () => {
  test('every key in the code exists', () => {
    const named = [...literals].filter((literal) => literal.includes('-') && subjects.has(literal.split('-')[0]!))
    expect(named.length).toBeGreaterThan(400)
    expect(named.filter((key) => !ids.has(key))).toEqual([])
  })

  test('every key that is put together is known here, and exists', () => {
    const forms = Array.from(code.matchAll(/`([a-z]+-(?:\$\{[^}]*\}|[\w-])*)(?:\.\w+)?`/gu), ([, form]) =>
      form!.replace(/\$\{[^}]*\}/gu, '*'),
    )
    const ofWords = forms.filter((form) => form.includes('*') && subjects.has(form.split('-')[0]!))
    const unknown = ofWords.filter((form) => !form.startsWith('page-') && !(form in families))
    expect(unknown).toEqual([])
    expect(Object.keys(families).filter((form) => !ofWords.includes(form))).toEqual([])
    expect(formed.filter((key) => !ids.has(key))).toEqual([])
  })

  test('what is wrong with a configuration is told with what to do', () => {
    const refusals = Array.from(code.matchAll(/new ConfigError\(([^;]*?)\)/gu), ([, given]) => given!)
    expect(refusals.length).toBeGreaterThan(20)
    for (const given of refusals) {
      const keys = given.match(/(?<=')config-[\w-]+(?=')/gu) ?? []
      expect(keys).not.toEqual([])
      for (const key of keys) expect(ids).toContain(`${key}.todo`)
    }
  })

  test('no message is without use', () => {
    const page = Array.from(code.matchAll(/`(page-[\w-]+-)\$\{/gu), ([, prefix]) => prefix!)
    const used = new Set([
      ...literals,
      ...formed,
      ...ofCommands,
      ...Array.from(code.matchAll(/%(page-[\w-]+)%/gu), ([, key]) => key!),
    ])
    const idle = [...ids].filter((id) => {
      const [key = '', attribute] = id.split('.')
      if (attribute === 'usage') return !ofCommands.includes(key)
      return !used.has(key) && !page.some((prefix) => key.startsWith(prefix))
    })
    expect(idle).toEqual([])
  })
})

describe('commands', () => {
  const files = readdirSync(new URL('commands/', root), { withFileTypes: true })

  test('every file and folder at the top is a command of the list, and the other way round', () => {
    const single = files.filter((file) => file.isFile()).map(({ name }) => name.replace(/\.ts$/u, ''))
    const folders = files.filter((file) => file.isDirectory()).map(({ name }) => name)
    const names = commands.map(({ name }) => name)
    expect(new Set([...single.filter((name) => name !== 'index'), ...folders])).toEqual(new Set(names))
    expect(new Set(names).size).toBe(names.length)
  })

  test.each(commands.map(({ name }) => name))('/%s can be typed on every channel', (name) => {
    expect(name).toMatch(/^[a-z0-9_]{1,32}$/u)
  })

  test.each(ofCommands)('%s has its line and says what to type, in both languages', (key) => {
    for (const locale of locales) {
      const t = words.in(locale)
      expect(t(key)).not.toMatch(/[.!]$/u)
      expect(t(`${key}.usage`)).toContain(`/${key.replace('-', ' ')}`)
    }
  })

  test('no two of them answer to the same words', () => {
    const said = commands.flatMap(({ name, also }) => [name, ...also])
    expect(said.filter((word, index) => said.indexOf(word) !== index)).toEqual([])
    for (const { sub } of commands) {
      const under = Object.entries(sub).flatMap(([name, { also }]) => [name, ...also])
      expect(under.filter((word, index) => under.indexOf(word) !== index)).toEqual([])
    }
  })
})

describe('tone', () => {
  const everything = locales.flatMap((locale) =>
    [...texts[locale].values()]
      .flat()
      .flatMap((text) =>
        formsOf(locale, text).map((form): [where: string, form: string] => [`${locale} ${text.id}`, form]),
      ),
  )
  const breaking = (rule: (form: string, where: string) => boolean): string[] => [
    ...new Set(everything.filter(([where, form]) => rule(form, where)).map(([where]) => where)),
  ]
  const word = (list: string): RegExp => new RegExp(String.raw`(?<![\p{L}«])(?:${list})(?!\p{L})`, 'iu')

  test('the bot is «hệ thống», never a person', () => {
    const self = word('tôi|em|mình|chúng tôi|chúng mình')
    const selfEn = /\b(?:me|my|we|us|our|I (?:am|have|will|can))\b/u
    // What is chosen by these words the member says of himself.
    const byBot = (form: string): string =>
      form.replaceAll(/^(?:Không phải tôi|Not me)$|«Không phải tôi»|“Not me”/gu, '')
    expect(breaking((form, where) => where.startsWith('vi ') && self.test(byBot(form)))).toEqual([])
    expect(breaking((form, where) => where.startsWith('en ') && selfEn.test(byBot(form)))).toEqual([])
  })

  test('members are «đồng chí», by no other word', () => {
    const others = word('bạn|quý khách|anh chị|anh/chị|ngài|ông|bà')
    expect(breaking((form, where) => where.startsWith('vi ') && others.test(form))).toEqual([])
  })

  test('what is offered is chosen: some channels have no buttons to press', () => {
    const pressing = /(?<!\p{L})bấm(?! «Bắt đầu»)|\bpress(?:es)?\b(?! Start)/iu
    const chats = (where: string): boolean => !/^\S+ (?:page|cli)-/u.test(where)
    // The letter with a link is for Telegram alone.
    const named = (where: string): boolean => where.endsWith(' thanhvien-invite-link')
    expect(breaking((form, where) => chats(where) && !named(where) && pressing.test(form))).toEqual([])
  })

  test('no emoji but the four neutral marks, no jokes in exclamation marks', () => {
    const emoji = /(?![✅⏰📎⚠])\p{Extended_Pictographic}/u
    expect(breaking((form) => emoji.test(form))).toEqual([])
    expect(breaking((form) => form.includes('!'))).toEqual([])
  })

  test('composed letters, single spaces, no space at an end', () => {
    expect(breaking((form) => form !== form.normalize('NFC'))).toEqual([])
    expect(breaking((form) => /\S {2,}|\u00A0/u.test(form))).toEqual([])
    expect(breaking((form) => form !== form.trim())).toEqual([])
  })

  test('one kind of quotation marks and of dots', () => {
    expect(breaking((form) => /\.\.\.|["„‟]/u.test(form))).toEqual([])
    expect(breaking((form, where) => where.startsWith('vi ') && /[“”‘’]/u.test(form))).toEqual([])
    expect(breaking((form, where) => where.startsWith('en ') && /[«»]/u.test(form))).toEqual([])
  })
})

describe('buttons', () => {
  const direct = Array.from(code.matchAll(/label: (?:ctx\.)?t\(\s*'([\w-]+)'/gu), ([, key]) => key!)
  const named = [...ids].filter((id) => /-button(?:-|$)/u.test(id))
  const ofFamilies = formed.filter((key) => /^caidat-(?:kind|policy|quiet)-/u.test(key))
  const labels = [...new Set([...direct, ...named, ...ofFamilies])].filter((id) => !id.startsWith('page-'))

  test.each(labels)('%s stands on one line of a phone', (id) => {
    for (const locale of locales) {
      const text = [...texts[locale].values()].flat().find((one) => one.id === id)!
      for (const form of formsOf(locale, text)) expect([...form].length).toBeLessThanOrEqual(40)
    }
  })
})
