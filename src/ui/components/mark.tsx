/** The mark: a letter M that holds a dot in its valley, with the name beside it. */
export function Mark() {
  return (
    <span className="mark">
      <svg aria-hidden="true" width="28" height="28" viewBox="0 0 32 32" fill="currentColor">
        <path d="M4.5 28V10.5H8.6L16 19.3 23.4 10.5H27.5V28H22.7V18.4L16 26.3 9.3 18.4V28Z" />
        <circle cx="16" cy="7.4" r="3.9" />
      </svg>
      <span>Mecum</span>
    </span>
  );
}
