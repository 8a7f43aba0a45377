/** An answer other than 200: `code` is for programs, `message` says to a person what to do; a `cause` is only logged. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
