import { platformContract } from '../contract.js'
import { abilities, openZaloBot } from './open-zalo-bot.js'

platformContract('Zalo Bot by its webhook', abilities, () => openZaloBot('webhook'))
