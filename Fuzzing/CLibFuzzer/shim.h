#pragma once

#include <stddef.h>
#include <stdint.h>

/// libFuzzer's own way of changing bytes, for mutators that leave some of the work to it.
size_t LLVMFuzzerMutate(uint8_t *bytes, size_t count, size_t limit);
