"""Array types named by their axes, so that a shape needs no comment.

======  =======================================================================
letter  axis
======  =======================================================================
I       decision makers, in the order of the model
O       options, in bit order: option `k` is bit `k` of a state
M       masks: all ``2**O`` combinations of options, feasible or not
S       feasible states, ascending as bit masks
D       draws of an ensemble
======  =======================================================================

In every module `i` is a decision maker, `s` where the conflict is, `q` after a
move, `r` after a reply and `t` after a counter-move; `k` is an option.
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

BoolM: TypeAlias = NDArray[np.bool_]
BoolO: TypeAlias = NDArray[np.bool_]
BoolS: TypeAlias = NDArray[np.bool_]
BoolIM: TypeAlias = NDArray[np.bool_]
BoolDM: TypeAlias = NDArray[np.bool_]
BoolDO: TypeAlias = NDArray[np.bool_]
IntO: TypeAlias = NDArray[np.int8]
IntM: TypeAlias = NDArray[np.int32]
IntS: TypeAlias = NDArray[np.int64]
IntIM: TypeAlias = NDArray[np.int32]
IntDIM: TypeAlias = NDArray[np.int32]
FloatM: TypeAlias = NDArray[np.float64]
FloatS: TypeAlias = NDArray[np.float64]
FloatO: TypeAlias = NDArray[np.float64]
FloatDO: TypeAlias = NDArray[np.float64]
