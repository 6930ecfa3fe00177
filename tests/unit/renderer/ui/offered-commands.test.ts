import { afterEach, describe, expect, it } from 'vitest'
import { awaitOffer, offer, runOffered } from '../../../../renderer/ui/offered-commands.ts'

const ran: string[] = []
const note = (what: string) => () => void ran.push(what)

afterEach(() => {
  ran.length = 0
  awaitOffer(null)
})

describe('an offered command', () => {
  it('runs when it is chosen, for as long as it is offered', () => {
    const end = offer('import', note('import'))
    expect(runOffered('import')).toBe(true)
    expect(runOffered('export')).toBe(false)
    end()
    expect(runOffered('import')).toBe(false)
    expect(ran).toEqual(['import'])
  })

  it('runs once its page is shown when it was chosen before, and only once', () => {
    awaitOffer('import')
    offer('export', note('export'))()
    offer('import', note('import'))()
    offer('import', note('again'))()
    expect(ran).toEqual(['import'])
  })

  it('is forgotten when the person went elsewhere', () => {
    awaitOffer('import')
    awaitOffer(null)
    offer('import', note('import'))()
    expect(ran).toEqual([])
  })

  it('belongs to whoever offered it last', () => {
    const end = offer('import', note('old'))
    const endNext = offer('import', note('new'))
    end()
    runOffered('import')
    endNext()
    expect(ran).toEqual(['new'])
  })
})
