# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: the knock-out authors
#
# Completion of assetc for fish. The options are those that assetc's own help names.

function __assetc_options
    assetc --help 2>/dev/null | string match --regex --groups-only -- '^ +(?:-.,)?(--[a-z-]+)(.*)$' |
        while read --local option
            read --local help
            printf '%s\t%s\n' $option (string trim -- (string replace --regex -- '^.*?  +' '' $help))
        end
end

complete -c assetc -n 'string match --quiet -- "-*" (commandline -ct)' -f -a '(__assetc_options)'
complete -c assetc -l color -x -a 'none 16 256 rgb'
complete -c assetc -l dither -x -a 'none diffusion'
complete -c assetc -l flip -x -a 'horizontal vertical both none'
complete -c assetc -l format -x -a "(assetc --formats 2>/dev/null | string match --regex --groups-only -- '^  ([a-z0-9_-]+) ')"
complete -c assetc -l glyphs -x -a 'ascii braille half quadrant sextant octant blocks ramp:'
complete -c assetc -l terminal -x -a 'linux xterm'
complete -c assetc -l to -x -a 'h svg html cast json txt'
complete -c assetc -l update -x -a 'full changes'
complete -c assetc -s o -l output -r -F
