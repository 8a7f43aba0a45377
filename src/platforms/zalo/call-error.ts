/** No byte of the request left. */
export class NotConnected extends Error {
  constructor(readonly code: string) {
    super(`no connection: ${code}`)
  }
}

/** The bytes left, and no answer came that can be read. `status`: 0 without any. */
export class Unanswered extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(`no readable answer: ${status === 0 ? code : `status ${status}`}`)
  }
}

/** The platform says no, under whatever HTTP status. Its words are for the operator, never for members. */
export class Refused extends Error {
  constructor(
    readonly method: string,
    readonly code: number,
    readonly said: string,
  ) {
    super(`${method}: ${code} ${said}`)
  }
}
