import { t } from '../../../lib/i18n'

/** Four lines of a made-up article with the three tints, as they look on a page. */
export function Sample() {
  return (
    <figure class="sample">
      <blockquote lang="ja">
        <span class="term-mark term-mark--bodies">外相</span>は19日、
        <span class="term-mark term-mark--followed">ワシントン</span>で
        <span class="term-mark term-mark--people">国務長官</span>と会談し、
        <span class="term-mark term-mark--words">自由で開かれたインド太平洋</span>
        の実現へ協力を確かめた。
      </blockquote>
      <figcaption>
        <span>
          <i class="swatch swatch--people" />
          {t('legendPeople')}
        </span>
        <span>
          <i class="swatch swatch--bodies" />
          {t('legendBodies')}
        </span>
        <span>
          <i class="swatch swatch--words" />
          {t('legendWords')}
        </span>
        <span>
          <i class="swatch swatch--followed" />
          {t('legendFollowed')}
        </span>
      </figcaption>
    </figure>
  )
}
