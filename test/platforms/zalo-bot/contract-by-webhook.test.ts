import { platformContract } from '../contract.js'
import { abilitiesBy, openZaloBot } from './open-zalo-bot.js'

platformContract('Zalo Bot by its webhook', abilitiesBy('webhook'), () => openZaloBot('webhook'))
