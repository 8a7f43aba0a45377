import { createContext, h, render } from '/vendor/preact.js'
import { useContext } from '/vendor/hooks.js'
import htm from '/vendor/htm.js'

export { render }
export { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from '/vendor/hooks.js'
export const html = htm.bind(h)

/** The words of the page in the reader's language: `t('page-send')`. */
export const WordsContext = createContext(null)
export const useWords = () => useContext(WordsContext)
