/** The page's few drawings, as strokes on a 24 by 24 grid in the colour of the text. */
const PATHS = {
  send: 'M4 12 20 4l-5 16-3.5-6.5L4 12Zm7.5 1.5L20 4',
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6 6 18',
  reply: 'M10 8 5 12.5 10 17M5.5 12.5H14a5 5 0 0 1 5 5V19',
  link: 'M8 16 17 7M10 7h7v7',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  bolt: 'M13 3 5 14h6l-1 7 8-11h-6l1-7Z',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Zm9.5 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  down: 'M6 10l6 6 6-6',
  up: 'M6 14l6-6 6 6',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-6 9c0-3.3 2.7-6 6-6s6 2.7 6 6M16 4.5a3.5 3.5 0 0 1 0 6.3M17 14.4c2.4.7 4 2.9 4 5.6',
  hash: 'M9 4 7 20M17 4l-2 16M4 9h16M3.5 15h16',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  form: 'M5 4h14v16H5zM9 9h6M9 13h6',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z',
  auto: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 0v18M12 7l7 5M12 12l8 2M12 17l5-1',
  help: 'M9 9.2a3 3 0 1 1 4.6 2.5c-1 .6-1.6 1.2-1.6 2.3M12 17.5h.01',
  settings:
    'M4 7h9M17 7h3M4 17h3M11 17h9M13 7a2 2 0 1 0 4 0 2 2 0 0 0-4 0ZM7 17a2 2 0 1 0 4 0 2 2 0 0 0-4 0Z',
  rail: 'M6 5h.01M6 12h.01M6 19h.01M10 5h10M10 12h10M10 19h7',
  fault: 'M12 4 2.8 19.5h18.4L12 4Zm0 6v4.5M12 17.2h.01',
  edit: 'M4 20h4L19 9l-4-4L4 16v4ZM13 7l4 4',
  clip: 'M8 12.5 14.5 6a3.2 3.2 0 0 1 4.5 4.5L11 18.5a5 5 0 0 1-7-7L11.5 4',
  check: 'M5 12.5 10 17.5 19 7',
} as const

export type IconName = keyof typeof PATHS

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}
