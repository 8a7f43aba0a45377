/** A link as a QR picture (PNG) that a phone reads off another screen or off paper. Loaded with the first one. */
export async function linkQr(link: string): Promise<Buffer> {
  const { toBuffer } = await import('qrcode')
  return toBuffer(link, { type: 'png', errorCorrectionLevel: 'M', margin: 4, scale: 10 })
}
