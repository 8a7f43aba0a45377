import { platformContract } from '../contract.js'
import { abilitiesBy, openZaloBot } from './open-zalo-bot.js'

platformContract('Zalo Bot by polling', abilitiesBy('polling'), () => openZaloBot('polling'))
