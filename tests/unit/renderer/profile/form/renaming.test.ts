import { describe, expect, it } from 'vitest'
import type { Values } from '../../../../../renderer/profile/form/edits.ts'
import { renamingsOf } from '../../../../../renderer/profile/form/renaming.ts'
import { ada } from './stored-values.ts'

const renamed = (stored: Values, surname: string, others: Partial<Values> = {}) =>
  Object.fromEntries(
    renamingsOf(stored, { ...stored, ...others, surname }).map(({ name, to }) => [name, to]),
  )

const named = (surname: string, displayName: string, local: string): Values => ({
  ...ada,
  surname,
  displayName,
  userPrincipalName: `${local}@contoso.example`,
  mailNickname: local,
  mail: null,
})

describe('renamingsOf', () => {
  it('proposes every name that holds the former last name', () => {
    expect(renamed(ada, 'King')).toEqual({
      displayName: 'Ada King',
      userPrincipalName: 'ada.king@contoso.example',
      mailNickname: 'ada.king',
      mail: 'ada.king@contoso.example',
    })
  })

  it('proposes nothing without a former or a new name, or when it is the same', () => {
    expect(renamed({ ...ada, surname: null }, 'King')).toEqual({})
    expect(renamed(ada, ' ')).toEqual({})
    expect(renamed(ada, ' Lovelace ')).toEqual({})
  })

  it('leaves alone what was edited meanwhile', () => {
    expect(renamed(ada, 'King', { displayName: 'Countess Lovelace', mail: 'x@y.example' })).toEqual(
      {
        userPrincipalName: 'ada.king@contoso.example',
        mailNickname: 'ada.king',
      },
    )
  })

  it('writes addresses without accents', () => {
    expect(renamed(named('Groß', 'Ada Groß', 'ada.gross'), 'Łęcka')).toEqual({
      displayName: 'Ada Łęcka',
      userPrincipalName: 'ada.lecka@contoso.example',
      mailNickname: 'ada.lecka',
    })
  })

  it('knows the German way to write a vowel', () => {
    expect(renamed(named('Müller', 'A. Müller', 'a.mueller'), 'Jäger')).toMatchObject({
      userPrincipalName: 'a.jaeger@contoso.example',
    })
  })

  it('knows names of several words, joined or not', () => {
    expect(renamed(named('van der Berg', 'Jo van der Berg', 'jo.van-der-berg'), 'de Wit')).toEqual({
      displayName: 'Jo de Wit',
      userPrincipalName: 'jo.de-wit@contoso.example',
      mailNickname: 'jo.de-wit',
    })
    expect(renamed(named('van der Berg', 'Jo', 'jvanderberg'), 'de Wit')).toEqual({
      userPrincipalName: 'jdewit@contoso.example',
      mailNickname: 'jdewit',
    })
  })

  it('keeps capitals', () => {
    expect(renamed(named('Lovelace', 'LOVELACE Ada', 'x'), 'King')).toEqual({
      displayName: 'KING Ada',
    })
  })

  it('finds the name behind an initial, but no short name by chance', () => {
    expect(renamed(named('Lovelace', 'Ada', 'alovelace'), 'King')).toMatchObject({
      mailNickname: 'aking',
    })
    expect(renamed(named('Li', 'Oliver Li', 'oliver'), 'King')).toEqual({
      displayName: 'Oliver King',
    })
    expect(renamed(named('Ann', 'Joanna Smith', 'joanna.smith'), 'King')).toEqual({})
  })

  it('keeps the number that tells two of the same name apart', () => {
    expect(renamed(named('Lovelace', 'Ada', 'ada.lovelace2'), 'King')).toMatchObject({
      mailNickname: 'ada.king2',
    })
  })

  it('does not change addresses to a name that they cannot hold', () => {
    expect(renamed(ada, 'الحسيني')).toEqual({ displayName: 'Ada الحسيني' })
  })
})
