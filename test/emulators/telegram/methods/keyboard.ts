import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types'
import { refusals } from '../http/api-error.js'

const actions = [
  'callback_data',
  'url',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'copy_text',
  'pay',
]

function checkButton(button: InlineKeyboardButton): void {
  if (typeof button.text !== 'string' || button.text === '')
    throw refusals.badRequest('can\'t parse inline keyboard button: Field "text" must be of type String')
  if (!actions.some((action) => action in button))
    throw refusals.badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
  if ('callback_data' in button) {
    const bytes = Buffer.byteLength(String(button.callback_data))
    if (bytes < 1 || bytes > 64) throw refusals.buttonData()
  }
  if ('url' in button && !/^(https?|tg):\/\/\S+$/.test(String(button.url)))
    throw refusals.badRequest(`inline keyboard button URL '${String(button.url)}' is invalid: Wrong HTTP URL`)
}

interface OtherMarkup {
  force_reply?: boolean
  input_field_placeholder?: string
  keyboard?: unknown
  remove_keyboard?: boolean
}

/** Checks any `reply_markup`; returns the inline keyboard, which alone stays with the message. */
export function checkMarkup(markup: unknown): InlineKeyboardMarkup | undefined {
  if (markup === undefined) return undefined
  if (typeof markup !== 'object' || markup === null)
    throw refusals.badRequest("can't parse reply keyboard markup JSON object")
  if ('inline_keyboard' in markup) {
    const keyboard = (markup as InlineKeyboardMarkup).inline_keyboard
    if (!Array.isArray(keyboard) || keyboard.some((row) => !Array.isArray(row)))
      throw refusals.badRequest('field "inline_keyboard" must be of type Array of Arrays')
    keyboard.flat().forEach(checkButton)
    if (keyboard.flat().length > 100) throw refusals.badRequest('reply markup is too long')
    const rows = keyboard.filter((row) => row.length > 0)
    return rows.length > 0 ? { inline_keyboard: rows } : undefined
  }
  const { force_reply, input_field_placeholder, keyboard, remove_keyboard } = markup as OtherMarkup
  if (force_reply !== true && keyboard === undefined && remove_keyboard !== true)
    throw refusals.badRequest("can't parse reply keyboard markup: object expected as reply markup")
  if (
    input_field_placeholder !== undefined &&
    (input_field_placeholder.length < 1 || input_field_placeholder.length > 64)
  )
    throw refusals.badRequest('INPUT_FIELD_PLACEHOLDER_INVALID')
  return undefined
}
