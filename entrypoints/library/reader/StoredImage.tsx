import { useEffect, useState } from 'preact/hooks'
import type { Image } from '../../../lib/article/document'
import { t } from '../../../lib/i18n'
import { db } from '../database'

/** A picture that the reader kept; never one from the network. Its words where there is none. */
export function StoredImage({ image }: { image: Image }) {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (!image.stored) return
    let made: string | null = null
    let gone = false
    void db.images.get(image.stored).then((row) => {
      if (!row || gone) return
      made = URL.createObjectURL(new Blob([row.bytes], { type: row.type }))
      setAddress(made)
    })
    return () => {
      gone = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [image.stored])
  if (address)
    return <img src={address} alt={image.alt ?? ''} width={image.width} height={image.height} />
  return <p class="prose__no-image">{image.alt || t('imageNotKept')}</p>
}
