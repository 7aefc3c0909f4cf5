import { fuzzEverySecond } from '../../support/fuzzing.ts';

fuzzEverySecond(0);
