/** Line icons of our own, on a grid of 16, drawn in the text's colour. */
const PATHS = {
  bookmark: 'M4.5 2.5h7v11L8 10.8l-3.5 2.7z',
  check: 'M3 8.6 6.4 12 13 4.4',
  refresh: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.5v3h-3',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.3 10.3 13.5 13.5',
  open: 'M6.5 3.5h-3v9h9v-3M9 2.5h4.5V7M13.5 2.5 7.5 8.5',
  trash: 'M3 4.5h10M6 4.5v-2h4v2M4.5 4.5l.6 9h5.8l.6-9M6.8 7v4M9.2 7v4',
  undo: 'M5.5 3 2.5 6l3 3M2.5 6h6.7a3.8 3.8 0 0 1 0 7.5H6',
  download: 'M8 2.5v8M4.8 7.5 8 10.7l3.2-3.2M3 13.5h10',
  upload: 'M8 10.7v-8M4.8 5.7 8 2.5l3.2 3.2M3 13.5h10',
  settings:
    'M8 10.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM8 2v1.7M8 12.3V14M2 8h1.7M12.3 8H14M3.8 3.8 5 5M11 11l1.2 1.2M12.2 3.8 11 5M5 11l-1.2 1.2',
  clock: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM8 5v3.2l2.2 1.4',
  archive: 'M2.5 3h11v3h-11zM3.5 6v7h9V6M6.5 8.5h3',
  book: 'M8 4.2C6.5 3.2 4.6 2.9 2.5 3v9.3c2.1-.1 4 .2 5.5 1.2 1.5-1 3.4-1.3 5.5-1.2V3c-2.1-.1-4 .2-5.5 1.2zM8 4.2v9.3',
  flag: 'M4 14V2.5M4 3h8l-1.8 2.8L12 8.6H4',
  note: 'M3 2.5h10v7.8l-3.2 3.2H3zM9.8 13.5v-3.2H13M5.5 5.5h5M5.5 8h3',
  panel: 'M2.5 3h11v10h-11zM9.5 3v10',
  back: 'M9.8 3 5 8l4.8 5',
  close: 'M4 4l8 8M12 4l-8 8',
  warning: 'M8 2.8 14 13.2H2zM8 6.8v3M8 11.4v.2',
  lock: 'M4 7h8v6.5H4zM5.5 7V5.2a2.5 2.5 0 0 1 5 0V7',
  pin: 'M6 2.5h4l-.5 4.5 2 2v1.2h-7V9l2-2zM8 10.2v3.6',
  page: 'M4 2.5h5.5L12 5v8.5H4zM9.5 2.5V5H12M6 8h4M6 10.5h4',
  print: 'M4.5 6V2.5h7V6M4.5 11.5H3V6h10v5.5h-1.5M4.5 9.5h7v4h-7z',
  compare: 'M2.5 3h4.5v10H2.5zM9 3h4.5v10H9z',
  start: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM6.6 5.6 10.6 8l-4 2.4z',
} as const

export type IconName = keyof typeof PATHS

/** Decorative: what it means stands beside it in words, or in the button's label. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.4"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
