import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../../../electron/search/fold.ts'

describe('fold', () => {
  it.each([
    ['Nguyễn Thị Ánh', 'nguyen thi anh'],
    ['MÜLLER', 'muller'],
    ['Große Straße', 'grosse strasse'],
    ['STRAẞE', 'strasse'],
    ['Søren Ærø', 'soren aero'],
    ['Łukasz Đorđe Œuvre', 'lukasz dorde oeuvre'],
    ['Þóra Ðí', 'thora di'],
    ['Yılmaz İbrahim Istanbul', 'yilmaz ibrahim istanbul'],
    ['ﬁne Ｆｕｌｌ', 'fine full'],
    ['Ὀδυσσεύς', 'οδυσσευσ'],
    ['Юлия Ёлкина', 'юлия елкина'],
    ['عَلِيّ', 'علي'],
    ['שָׁלוֹם', 'שלום'],
    ['山田 太郎', '山田 太郎'],
    ['O’Brien – Smith‑Jones', "o'brien - smith-jones"],
    ['zero\u200bwidth soft\u00adhyphen', 'zerowidth softhyphen'],
    ['no\u00a0break\nline', 'no break line'],
  ])('turns %j into %j', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('keeps the vowel signs of Indic scripts, which are letters there', () => {
    expect(fold('किरण')).not.toBe(fold('करण'))
  })

  it('finds composed and decomposed writings of a text equal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
      }),
    )
  })

  it('changes nothing that is folded already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
      { numRuns: 1_000 },
    )
  })

  it('folds values that stand together as it folds each of them', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (values) => {
        expect(fold(values.join('\x7f'))).toBe(values.map(fold).join('\x7f'))
      }),
    )
  })
})
