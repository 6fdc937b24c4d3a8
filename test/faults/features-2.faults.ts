import { testFeatures } from "./whole.ts";

testFeatures(1, 2);
