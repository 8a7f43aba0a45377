import type { Method } from './method-call.js'
import { getChat, getChatAdministrators, getChatMember, getMe, leaveChat } from './chats.js'
import { deleteMyCommands, getMyCommands, setMyCommands } from './commands.js'
import { getFile, sendDocument, sendMediaGroup, sendPhoto, sendVoice } from './media.js'
import {
  answerCallbackQuery,
  deleteMessage,
  editMessageCaption,
  editMessageReplyMarkup,
  editMessageText,
  sendChatAction,
  sendMessage,
} from './messages.js'
import { deleteWebhook, getUpdates, getWebhookInfo, setWebhook } from './updates.js'

const methods = {
  getMe,
  getUpdates,
  setWebhook,
  deleteWebhook,
  getWebhookInfo,
  sendMessage,
  sendDocument,
  sendPhoto,
  sendVoice,
  sendMediaGroup,
  sendChatAction,
  editMessageText,
  editMessageCaption,
  editMessageReplyMarkup,
  deleteMessage,
  answerCallbackQuery,
  getFile,
  getChat,
  getChatMember,
  getChatAdministrators,
  leaveChat,
  setMyCommands,
  getMyCommands,
  deleteMyCommands,
}

const byLowerName = new Map(Object.entries(methods).map(([name, run]) => [name.toLowerCase(), { name, run }]))

/** Methods are found whatever the case of their name. */
export const findMethod = (name: string): { name: string; run: Method } | undefined =>
  byLowerName.get(name.toLowerCase())
