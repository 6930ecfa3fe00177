import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Picture, Square } from './crop-view.ts'

/** What the photo will look like on the profile and in lists, in screen pixels. */
const sizes = [96, 32] as const
const shapes = ['50%', '0'] as const

/** The photo as it will be, round and square, large and small. */
export function CropPreview({
  url,
  picture,
  square,
}: {
  readonly url: string | null
  readonly picture: Picture
  readonly square: Square
}) {
  const { t } = useTranslation('photo')
  const heading = useId()
  return (
    <Box role="group" aria-labelledby={heading}>
      <Typography id={heading} variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {t('preview')}
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'auto auto', gap: 1, alignItems: 'end' }}>
        {shapes.flatMap((shape) =>
          sizes.map((size) => {
            const scale = size / square.size
            return (
              <Box
                key={`${shape} ${size}`}
                sx={{
                  width: size,
                  height: size,
                  overflow: 'hidden',
                  borderRadius: shape,
                  bgcolor: 'action.hover',
                }}
              >
                {url ? (
                  <img
                    src={url}
                    alt=""
                    decoding="async"
                    style={{
                      display: 'block',
                      maxWidth: 'none',
                      width: picture.width * scale,
                      height: picture.height * scale,
                      transform: `translate(${-square.x * scale}px, ${-square.y * scale}px)`,
                    }}
                  />
                ) : null}
              </Box>
            )
          }),
        )}
      </Box>
    </Box>
  )
}
