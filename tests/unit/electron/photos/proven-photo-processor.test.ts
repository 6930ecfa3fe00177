import { describe, expect, it, onTestFinished } from 'vitest'
import { forkPhotoHelper } from '../../../../electron/photos/fork-photo-helper.ts'
import { ProcessPhotoProcessor } from '../../../../electron/photos/process-photo-processor.ts'
import { ProvenPhotoProcessor } from '../../../../electron/photos/proven-photo-processor.ts'
import { aJpeg } from '../../../support/images.ts'

function provenWith(program?: string) {
  const said: string[] = []
  const start = () => forkPhotoHelper(program === undefined ? {} : { program })
  const helper = new ProcessPhotoProcessor(start, { limits: { pauses: [1] } })
  const processor = new ProvenPhotoProcessor(helper, {
    info: () => {},
    error: (message) => said.push(message),
  })
  onTestFinished(() => processor.close())
  return { processor, said }
}

describe('the photo helper', () => {
  it('works where it makes a photo of a picture that is known to be good', async () => {
    const { processor, said } = provenWith()
    expect(processor.standing).toBe('unknown')
    expect(await processor.prove()).toBe('works')
    expect(said).toEqual([])
  })

  it('that never answered makes photos refuse with what to do, and the log tells', async () => {
    const { processor, said } = provenWith('/nowhere/photo-helper.js')
    const image = new Uint8Array(await aJpeg())
    await expect(processor.process(image)).rejects.toMatchObject({ key: 'photoHelper' })
    expect(await processor.prove()).toBe('broken')
    expect(said).toEqual(['the photo helper does not work'])
    await expect(processor.process(image)).rejects.toMatchObject({ key: 'photoHelperMissing' })
    const none = new Uint8Array()
    await expect(processor.process(none)).rejects.toMatchObject({ key: 'photoEmpty' })
  })
})
