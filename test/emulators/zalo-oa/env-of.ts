/** The settings with which the product speaks to this emulator. */
export const envOf = (
  { appId, appSecret, secretKey }: { appId: string; appSecret: string; secretKey: string },
  refresh: string,
  url: string,
): Record<string, string> => ({
  ZALO_OA_APP_ID: appId,
  ZALO_OA_APP_SECRET: appSecret,
  ZALO_OA_SECRET_KEY: secretKey,
  ZALO_OA_REFRESH_TOKEN: refresh,
  ZALO_OA_API_ROOT: url,
  ZALO_OA_OAUTH_ROOT: url,
})
