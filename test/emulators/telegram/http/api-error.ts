import type { ResponseParameters } from 'grammy/types'

/** A refusal in the platform's own words: HTTP status and `error_code` are the same number. */
export class ApiError extends Error {
  constructor(
    readonly code: number,
    readonly description: string,
    readonly parameters?: ResponseParameters,
  ) {
    super(description)
  }
}

const badRequest = (text: string, parameters?: ResponseParameters): ApiError =>
  new ApiError(400, `Bad Request: ${text}`, parameters)
const forbidden = (text: string): ApiError => new ApiError(403, `Forbidden: ${text}`)

/** The documented refusals, by what happened. Tests script them as faults under the same names. */
export const refusals = {
  badRequest,
  unauthorized: () => new ApiError(401, 'Unauthorized'),
  noSuchMethod: () => new ApiError(404, 'Not Found: method not found'),
  notFound: () => new ApiError(404, 'Not Found'),
  tooLargeToUpload: () => new ApiError(413, 'Request Entity Too Large'),
  slowDown: (seconds: number) =>
    new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds }),
  otherPoller: () =>
    new ApiError(
      409,
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    ),
  webhookWasSet: () => new ApiError(409, 'Conflict: terminated by setWebhook request'),
  webhookIsSet: () =>
    new ApiError(
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    ),

  chatNotFound: () => badRequest('chat not found'),
  upgraded: (to: number) => badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: to }),
  threadNotFound: () => badRequest('message thread not found'),
  blocked: () => forbidden('bot was blocked by the user'),
  deactivated: () => forbidden('user is deactivated'),
  neverStarted: () => forbidden("bot can't initiate conversation with a user"),
  toBot: () => forbidden("bot can't send messages to bots"),
  kicked: (kind: string) => forbidden(`bot was kicked from the ${kind} chat`),
  notMember: (kind: string) => forbidden(`bot is not a member of the ${kind} chat`),
  groupDeleted: () => forbidden('the group chat was deleted'),

  emptyText: () => badRequest('message text is empty'),
  textTooLong: () => badRequest('message is too long'),
  captionTooLong: () => badRequest('message caption is too long'),
  buttonData: () => badRequest('BUTTON_DATA_INVALID'),
  notModified: () =>
    badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current ' +
        'content and reply markup of the message',
    ),
  queryTooOld: () => badRequest('query is too old and response timeout expired or query ID is invalid'),
  messageNotFound: (role: 'message to edit' | 'message to delete' | 'message to be replied') =>
    badRequest(`${role} not found`),
  cannotEdit: () => badRequest("message can't be edited"),
  cannotDelete: () => badRequest("message can't be deleted"),
  wrongFile: () => badRequest('wrong file_id or the file is temporarily unavailable'),
  fileTooBig: () => badRequest('file is too big'),
}
