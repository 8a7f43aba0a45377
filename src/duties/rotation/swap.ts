import type { Duty } from '../../engine/command.js'
import { endOffer, offerStillEnds } from './swap-offers.js'

/** An offer nobody has answered ends, and both are told: the turns stay as they were. */
export const swapDuty: Duty<'swaps'> = {
  collection: 'swaps',
  async run(ctx, offer) {
    if (offer.state === 'offered') await endOffer(ctx, offer, 'expired', 'thoisu-offer-expired')
    else ctx.save('swaps', { ...offer, nextAt: null })
  },
  async nextAt(ctx, offer) {
    return offer.state === 'offered' && offer.nextAt !== null ? offerStillEnds(ctx, offer) : null
  },
}
