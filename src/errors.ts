import type { Args } from './words.js'

/** What a failed send means for the row. Fields decide, never the wording of a platform's error. */

/**
 * Not delivered; the same call may succeed after `retryAfterMs`. `closesGate` when the whole bot must wait; `code`: the
 * platform's own, where it did answer; with `closesGate` a person has to mend something.
 */
export class RetryLater extends Error {
  constructor(
    readonly retryAfterMs: number,
    readonly closesGate: boolean = false,
    readonly code: number | null = null,
  ) {
    super(`retry after ${retryAfterMs} ms`)
  }
}

export type UndeliverableReason =
  | 'no-channel'
  | 'blocked'
  | 'not-agreed'
  | 'gone'
  | 'too-long'
  | 'refused'
  /** The platform lets a bot speak only for a while after the person did. */
  | 'window'
  /** No message is left of this month's, or none that is paid for. */
  | 'quota'
  /** The platform lets no more through to this one person now. */
  | 'cap'
  /** The whole channel: the platform refuses everything until a person mends it. */
  | 'closed'
  /** The whole channel: its platform has not answered for long. */
  | 'away'

/** Not delivered, and no repetition of this call will change that. */
export class Undeliverable extends Error {
  constructor(
    readonly reason: UndeliverableReason,
    /** The platform's own, where it said one. */
    readonly code: number | null = null,
    /** It gave this reason in words, where its code may mean something else too. */
    readonly inWords = false,
  ) {
    super(`undeliverable: ${reason}`)
  }
}

/** Not delivered: the chat lives under another id now. */
export class Moved extends Error {
  constructor(readonly to: string) {
    super('chat moved')
  }
}

/** The bytes left and no readable answer came: it may or may not have arrived. */
export class OutcomeUnknown extends Error {
  constructor(options?: ErrorOptions) {
    super('outcome unknown', options)
  }
}

/** The store did not answer in time or is not reachable. Never counted against an entry. */
export class StoreUnavailable extends Error {
  constructor(options?: ErrorOptions) {
    super('store unavailable', options)
  }
}

/** A key of the locales and its variables. */
interface Line {
  key: string
  args: Args
}

/**
 * A configuration that cannot work. The words of `key` name the variable, its attribute `.todo` says what to do;
 * `details` are lines below it, where several things are wrong at once. No variable of theirs is a secret. The process
 * ends with 78 (EX_CONFIG).
 */
export class ConfigError extends Error {
  readonly details: readonly Line[]

  constructor(
    readonly key: string,
    readonly args: Args = {},
    { details = [], ...options }: ErrorOptions & { details?: readonly Line[] } = {},
  ) {
    super([key, ...details.map((line) => line.key)].join(' '), options)
    this.details = details
  }
}

/** A polite no to what somebody asked: a key of the locales and its variables. Nothing of the decision is kept. */
export class Refusal extends Error {
  constructor(
    readonly key: string,
    readonly args: Record<string, string | number> = {},
  ) {
    super(key)
  }
}
