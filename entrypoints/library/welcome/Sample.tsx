import { t } from '../../../lib/i18n'

/** A sentence with the three tints, as they look on a page. */
export function Sample() {
  return (
    <figure class="sample">
      <blockquote lang="ja">
        <span class="term-mark term-mark--bodies">自民党</span>の
        <span class="term-mark term-mark--people">高市早苗総裁</span>
        は2025年10月21日、衆参両院の
        <span class="term-mark term-mark--words">首相指名選挙</span>で第104代の
        <span class="term-mark term-mark--followed">首相</span>に選ばれた。
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
