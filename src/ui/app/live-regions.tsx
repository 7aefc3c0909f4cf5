import { useEffect, useState } from 'react';
import { connectLiveRegions } from './announce.ts';

/** The two live regions. They stand on the page from the start and never move. */
export function LiveRegions() {
  const [polite, setPolite] = useState('');
  const [assertive, setAssertive] = useState('');
  useEffect(() => connectLiveRegions(setPolite, setAssertive), []);
  return (
    <>
      <div className="unseen" role="status">
        {polite}
      </div>
      <div className="unseen" role="alert">
        {assertive}
      </div>
    </>
  );
}
