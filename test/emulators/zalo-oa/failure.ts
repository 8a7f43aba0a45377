/** A no of the platform: HTTP 200 and a code. */
export class ApiFailure extends Error {
  constructor(
    readonly error: number,
    message: string,
  ) {
    super(message)
  }
}
