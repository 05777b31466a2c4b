/** A script that several others share (scripts/build/doors.ts): its value is its door. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import * as door from '@/doors/linking';

export default defineUnlistedScript(() => door);
