/** Countries as compounds write them: 訪米, 日中首脳会談. */
export const COUNTRY_LETTERS: Record<string, string> = {
  日: '日本',
  米: 'アメリカ',
  中: '中国',
  韓: '韓国',
  朝: '北朝鮮',
  露: 'ロシア',
  ロ: 'ロシア',
  英: 'イギリス',
  仏: 'フランス',
  独: 'ドイツ',
  伊: 'イタリア',
  印: 'インド',
  豪: 'オーストラリア',
  台: '台湾',
  欧: 'ヨーロッパ',
  比: 'フィリピン',
  越: 'ベトナム',
  加: 'カナダ',
  伯: 'ブラジル',
}

const NAMES = new Set(Object.values(COUNTRY_LETTERS))

/** Whether participants are countries alone: 日本 and アメリカ stand for whoever met for them. */
export const areCountries = (ids: readonly string[]): boolean =>
  ids.length > 0 &&
  ids.every((id) => /^place\.[a-z]{2}$/u.test(id) || NAMES.has(id.replace(/^local:/u, '')))

/** 日米首脳会談, 米中外相会談 → the countries; empty for other words. */
export function countriesIn(compound: string): string[] {
  const letters =
    /^(?:[日米中韓朝露ロ英仏独伊印豪台欧比越加]{2,4})(?=首脳|外相|防衛|国防|国|両|閣僚|次官|局長|共同|外務|財務|担当)/u.exec(
      compound,
    )?.[0]
  return [...(letters ?? '')].flatMap((letter) => COUNTRY_LETTERS[letter] ?? [])
}
