import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { HelperLimits } from '../../../../electron/photos/helper-limits.ts'
import { ProcessPhotoProcessor } from '../../../../electron/photos/process-photo-processor.ts'
import { FakeHelper } from '../../../support/fake-helper.ts'
import { ManualClock } from '../../../support/manual-clock.ts'

const limits: HelperLimits = {
  atOnce: 2,
  picture: 15_000,
  pauses: [500, 1000, 2000],
  memory: 700,
  idle: 60_000,
}

/** Begins like a JPEG, and is told from the others by its last byte. */
const picture = (mark: number) => Uint8Array.of(0xff, 0xd8, 0xff, mark)
const made = (mark: number) => ({ master: picture(mark), thumbnail: picture(mark) })

function aProcessor() {
  const helpers: FakeHelper[] = []
  const clock = new ManualClock()
  const start = () => {
    const helper = new FakeHelper()
    helpers.push(helper)
    return helper
  }
  const processor = new ProcessPhotoProcessor(start, { limits, after: clock.after })
  const newest = () => {
    const helper = helpers.at(-1)
    if (!helper) throw new Error('no helper was started')
    return helper
  }
  return { processor, helpers, clock, newest }
}

let roster: ReturnType<typeof aProcessor>

beforeEach(() => {
  roster = aProcessor()
})

const helperFailed = { code: 'unexpected', key: 'photoHelper' }

describe('ProcessPhotoProcessor', () => {
  it('starts no helper before the first picture', () => {
    expect(roster.helpers).toEqual([])
  })

  it('refuses what is no picture without a helper', async () => {
    const text = new TextEncoder().encode('portrait.jpg')
    await expect(roster.processor.process(text)).rejects.toMatchObject({ key: 'photoNotAPicture' })
    expect(roster.helpers).toEqual([])
  })

  it('answers what the helper made', async () => {
    const photo = roster.processor.process(picture(1))
    roster.newest().answer(1)
    expect(await photo).toEqual(made(1))
  })

  it('hands the crop on', () => {
    const crop = { x: 1, y: 2, size: 3 }
    void roster.processor.process(picture(1), crop)
    expect(roster.newest().requests).toEqual([{ id: 1, image: picture(1), crop }])
  })

  it('sends a copy of the bytes, and none of those around them', () => {
    const bytes = new Uint8Array(1000)
    bytes.set(picture(1), 100)
    void roster.processor.process(bytes.subarray(100, 104))
    bytes.fill(0)
    const sent = roster.newest().requests[0]?.image
    expect(sent).toEqual(picture(1))
    expect(sent?.buffer.byteLength).toBe(4)
  })

  it('fails with what the helper says of the picture', async () => {
    const photo = roster.processor.process(picture(1))
    const refusal = { code: 'too-large', key: 'photoTooManyPixels', values: { megapixels: 99 } }
    roster.newest().say({ id: 1, memory: 1, ok: false, detail: 'too wide', ...refusal })
    await expect(photo).rejects.toMatchObject({ ...refusal, cause: new Error('too wide') })
  })

  it('uses one helper for one picture after another', async () => {
    for (const mark of [1, 2, 3]) {
      const photo = roster.processor.process(picture(mark))
      roster.newest().answer(mark)
      await photo
    }
    expect(roster.helpers).toHaveLength(1)
  })

  it('gives the helper two pictures at once and keeps the others waiting', () => {
    for (const mark of [1, 2, 3, 4]) void roster.processor.process(picture(mark))
    expect(roster.newest().unanswered).toEqual([1, 2])
    roster.newest().answer(2)
    expect(roster.newest().unanswered).toEqual([1, 3])
  })

  describe('when the helper crashes', () => {
    it('fails the picture that it had', async () => {
      const photo = roster.processor.process(picture(1))
      roster.newest().crash()
      await expect(photo).rejects.toMatchObject(helperFailed)
    })

    it('makes the next picture with a new helper', async () => {
      roster.processor.process(picture(1)).catch(() => {})
      roster.newest().crash()
      const photo = roster.processor.process(picture(2))
      roster.clock.pass(500)
      roster.newest().answer(2)
      expect(await photo).toEqual(made(2))
      expect(roster.helpers).toHaveLength(2)
    })

    it('waits longer after each crash in a row', () => {
      const ask = () => roster.processor.process(picture(1)).catch(() => {})
      void ask()
      for (const pause of [500, 1000, 2000, 2000]) {
        const { length } = roster.helpers
        roster.newest().crash()
        void ask()
        roster.clock.pass(pause - 1)
        expect(roster.helpers).toHaveLength(length)
        roster.clock.pass(1)
        expect(roster.helpers).toHaveLength(length + 1)
      }
    })

    it('waits no longer than at first once a picture was made', async () => {
      const first = roster.processor.process(picture(1))
      roster.newest().crash()
      await expect(first).rejects.toMatchObject(helperFailed)
      const second = roster.processor.process(picture(2))
      roster.clock.pass(500)
      roster.newest().answer(2)
      await second
      roster.newest().crash()
      void roster.processor.process(picture(3))
      roster.clock.pass(500)
      expect(roster.newest().unanswered).toEqual([3])
    })

    it('finds out which of two pictures did it, and makes the other', async () => {
      const bad = roster.processor.process(picture(1))
      const good = roster.processor.process(picture(2))
      const last = roster.processor.process(picture(3))
      roster.newest().crash()
      roster.clock.pass(500)
      expect(roster.newest().unanswered).toEqual([1])
      roster.newest().crash()
      await expect(bad).rejects.toMatchObject(helperFailed)
      roster.clock.pass(1000)
      expect(roster.newest().unanswered).toEqual([2])
      roster.newest().answer(2)
      expect(await good).toEqual(made(2))
      roster.newest().answer(3)
      expect(await last).toEqual(made(3))
    })

    it.each([
      ['nonsense', 'hello'],
      ['an answer to a question that nobody asked', { id: 9, memory: 1, ok: true, ...made(9) }],
      ['a photo without a thumbnail', { id: 1, memory: 1, ok: true, master: picture(1) }],
      [
        'a photo larger than a photo is',
        { id: 1, memory: 1, ok: true, ...made(1), master: new Uint8Array(500_001) },
      ],
      [
        'a sentence that is no photo’s',
        {
          id: 1,
          memory: 1,
          ok: false,
          code: 'forbidden',
          key: 'forbidden',
          values: {},
          detail: '',
        },
      ],
    ])('takes %s for a crash', async (_, message) => {
      const photo = roster.processor.process(picture(1))
      roster.newest().say(message)
      await expect(photo).rejects.toMatchObject(helperFailed)
      expect(roster.newest().running).toBe(false)
    })

    it('survives that it crashes without work', async () => {
      const first = roster.processor.process(picture(1))
      roster.newest().answer(1)
      await first
      roster.newest().crash()
      const second = roster.processor.process(picture(2))
      roster.clock.pass(500)
      roster.newest().answer(2)
      expect(await second).toEqual(made(2))
    })
  })

  describe('when a helper cannot be started', () => {
    it('fails the picture and tries again for the next', async () => {
      const clock = new ManualClock()
      const helper = new FakeHelper()
      let attempts = 0
      const start = () => {
        attempts += 1
        if (attempts === 1) throw new Error('no such program')
        return helper
      }
      const processor = new ProcessPhotoProcessor(start, { limits, after: clock.after })
      await expect(processor.process(picture(1))).rejects.toMatchObject(helperFailed)
      const photo = processor.process(picture(2))
      clock.pass(500)
      helper.answer(2)
      expect(await photo).toEqual(made(2))
    })
  })

  describe('when a picture takes too long', () => {
    it('gives it up and ends the helper', async () => {
      const photo = roster.processor.process(picture(1))
      roster.clock.pass(15_000)
      await expect(photo).rejects.toMatchObject({ code: 'bad-image', key: 'photoTimeout' })
      expect(roster.newest().running).toBe(false)
    })

    it('makes the picture beside it again', async () => {
      const slow = roster.processor.process(picture(1))
      roster.clock.pass(5000)
      const good = roster.processor.process(picture(2))
      roster.clock.pass(10_000)
      await expect(slow).rejects.toMatchObject({ key: 'photoTimeout' })
      roster.clock.pass(500)
      roster.newest().answer(2)
      expect(await good).toEqual(made(2))
      expect(roster.helpers).toHaveLength(2)
    })

    it('does not count the time that a picture waits for its turn', async () => {
      const photos = [1, 2, 3].map((mark) => roster.processor.process(picture(mark)))
      roster.clock.pass(14_000)
      roster.newest().answer(1)
      roster.newest().answer(2)
      roster.clock.pass(14_000)
      roster.newest().answer(3)
      expect(await Promise.all(photos)).toEqual([made(1), made(2), made(3)])
    })
  })

  describe('memory', () => {
    it('ends a helper that has grown large once it has nothing to do', () => {
      void roster.processor.process(picture(1))
      void roster.processor.process(picture(2))
      void roster.processor.process(picture(3))
      const grown = roster.newest()
      grown.answer(1, 701)
      expect(grown.unanswered).toEqual([2])
      grown.answer(2, 701)
      expect(grown.running).toBe(false)
      expect(roster.newest().unanswered).toEqual([3])
    })

    it('ends a helper that had nothing to do for a minute', () => {
      void roster.processor.process(picture(1))
      roster.newest().answer(1)
      roster.clock.pass(59_999)
      expect(roster.newest().running).toBe(true)
      roster.clock.pass(1)
      expect(roster.newest().running).toBe(false)
    })

    it('keeps a helper that got work in time', () => {
      void roster.processor.process(picture(1))
      roster.newest().answer(1)
      roster.clock.pass(59_999)
      void roster.processor.process(picture(2))
      roster.clock.pass(10_000)
      expect(roster.newest().running).toBe(true)
    })
  })

  describe('close', () => {
    it('ends the helper and fails what was not finished', async () => {
      const photos = [1, 2, 3].map((mark) => roster.processor.process(picture(mark)))
      const outcomes = Promise.allSettled(photos)
      await roster.processor.close()
      const rejected = { status: 'rejected', reason: expect.objectContaining(helperFailed) }
      expect(await outcomes).toEqual([rejected, rejected, rejected])
      expect(roster.newest().running).toBe(false)
      expect(roster.clock.pending).toBe(0)
    })

    it('resolves when there is no helper', async () => {
      await expect(roster.processor.close()).resolves.toBeUndefined()
    })

    it('calls off a start that was still to come', async () => {
      const first = roster.processor.process(picture(1))
      roster.newest().crash()
      const second = roster.processor.process(picture(2))
      const outcomes = Promise.allSettled([first, second])
      await roster.processor.close()
      roster.clock.pass(10_000)
      expect(roster.helpers).toHaveLength(1)
      expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    })
  })

  it('settles every picture once, whatever the helper does, and never gives it more than two', async () => {
    const move = fc.oneof(
      fc.record({ is: fc.constant('picture') }),
      fc.record({ is: fc.constant('answer'), memory: fc.constantFrom(1, 701) }),
      fc.record({ is: fc.constant('crash') }),
      fc.record({ is: fc.constant('time'), milliseconds: fc.integer({ min: 1, max: 20_000 }) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 40 }), async (moves) => {
        const { processor, helpers, clock } = aProcessor()
        const photos: Promise<unknown>[] = []
        const current = () => helpers.findLast((helper) => helper.running)
        const answerOne = (memory: number) => {
          const helper = current()
          const [id] = helper?.unanswered ?? []
          if (helper && id !== undefined) helper.answer(id, memory)
        }
        for (const made of moves) {
          if (made.is === 'picture') {
            const mark = photos.length + 1
            photos.push(processor.process(picture(mark)).then((photo) => [mark, photo.master[3]]))
          }
          if ('memory' in made) answerOne(made.memory)
          if (made.is === 'crash') current()?.crash()
          if ('milliseconds' in made) clock.pass(made.milliseconds)
          expect(helpers.filter((helper) => helper.running).length).toBeLessThanOrEqual(1)
          expect(current()?.unanswered.length ?? 0).toBeLessThanOrEqual(2)
        }
        for (let left = photos.length; left > 0; left--) {
          clock.pass(2000)
          answerOne(1)
        }
        const outcomes = await Promise.allSettled(photos)
        for (const outcome of outcomes) {
          if (outcome.status === 'rejected') {
            expect(['photoHelper', 'photoTimeout']).toContain(outcome.reason.key)
          } else {
            const [asked, got] = outcome.value as [number, number]
            expect(got).toBe(asked)
          }
        }
      }),
    )
  })
})
